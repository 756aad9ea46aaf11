using HousePrices;

namespace NetGen.Tables;

/// <summary>What houses cost in California: what samples/HousePrices does.</summary>
internal sealed class HousingStudy : Study
{
    private const double PartToLearnFrom = 0.85;

    /// <inheritdoc/>
    public override string Name => "California housing";

    /// <inheritdoc/>
    public override string Measure => "RMSE, 100,000 dollars";

    /// <inheritdoc/>
    public override double Required => 0.56;

    /// <inheritdoc/>
    public override bool IsError => true;

    /// <inheritdoc/>
    public override string Settings => $"samples/HousePrices: {Layers(HouseNet.Info)}; early stopping on 15 % of the training part";

    /// <inheritdoc/>
    public override string StratifyBy => HouseTable.Sea;

    /// <inheritdoc/>
    public override CsvTable Load(string folder) => HouseTable.WithFeatures(HouseTable.Load(TableFile.Find(folder, "california_housing.csv")));

    /// <inheritdoc/>
    public override double Run(CsvTable train, CsvTable test, ulong seed)
    {
        var (learn, validation) = train.Split(PartToLearnFrom, seed, StratifyBy);
        var encoder = HouseTable.Encoder(learn);
        var net = new HouseNet(seed);
        HouseTraining.Run(net, encoder.Values(learn), encoder.Values(validation), new FitOptions { Epochs = HouseTraining.Epochs, Seed = seed }, CancellationToken.None);
        return new PriceErrors(encoder.ToOriginal(net.Predict(encoder.Inputs(test))), test.Numbers(HouseTable.Target)).RootMeanSquare;
    }
}
