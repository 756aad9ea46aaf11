using Churn;

namespace NetGen.Tables;

/// <summary>Who leaves a telephone company: what samples/Churn does.</summary>
internal sealed class ChurnStudy : Study
{
    private const double PartToLearnFrom = 0.8;

    /// <inheritdoc/>
    public override string Name => "Telco churn";

    /// <inheritdoc/>
    public override string Measure => "ROC AUC";

    /// <inheritdoc/>
    public override double Required => 0.83;

    /// <inheritdoc/>
    public override string Settings => $"samples/Churn: {string.Join(" ", ChurnNet.Info.Architecture)}; early stopping on a fifth of the training part";

    /// <inheritdoc/>
    public override string StratifyBy => ChurnTable.Target;

    /// <inheritdoc/>
    public override CsvTable Load(string folder) => ChurnTable.Load(TableFile.Find(folder, "Telco-Customer-Churn.csv"));

    /// <inheritdoc/>
    public override double Run(CsvTable train, CsvTable test, ulong seed)
    {
        var (learn, validation) = train.Split(PartToLearnFrom, seed, StratifyBy);
        var encoder = ChurnTable.Encoder(learn);
        var net = new ChurnNet(seed);
        ChurnTraining.Run(net, encoder.Values(learn), encoder.Values(validation), new FitOptions { Epochs = ChurnTraining.Epochs, Seed = seed }, CancellationToken.None);
        return net.Evaluate(encoder.Values(test)).RocAuc!.Value;
    }
}
