using NetGen;

namespace HousePrices;

/// <summary>What is needed to tell a price: the network, and what turns rows of the table into its inputs and its answers into prices. One file holds both; the columns that are computed before come from <see cref="HouseTable"/>.</summary>
/// <param name="Net">The network.</param>
/// <param name="Encoder">What turns rows into inputs, and answers into prices.</param>
internal sealed record HouseModel(HouseNet Net, TableEncoder Encoder)
{
    private const string UnitKey = "houses.unit";

    /// <summary>Reads a model. What is computed of a row before it is encoded, <see cref="HouseTable.WithFeatures"/>, is part of this program and not of the file.</summary>
    /// <exception cref="InvalidDataException">The file is not one that <see cref="Save"/> wrote.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static HouseModel Load(string path)
    {
        var net = new HouseNet(seed: 0);
        net.Load(path);
        return net.Metadata.Preprocessing is { } encoder
            ? new(net, TableEncoder.FromJson(encoder))
            : throw new InvalidDataException($"'{path}' has the weights of a {nameof(HouseNet)}, but not how a district becomes inputs.");
    }

    /// <summary>Writes the model. <c>Fit</c> has noted the encoder in the network's metadata; the unit is added for people who look into the file.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        Net.Metadata[UnitKey] = "100,000 dollars";
        Net.Save(path);
    }

    /// <summary>What houses cost in each district of a table, in 100,000 dollars.</summary>
    /// <param name="districts">The table with the columns that it has in the file; a price is not needed.</param>
    public float[] Prices(CsvTable districts) => Encoder.ToOriginal(Net.Predict(Encoder.Inputs(HouseTable.WithFeatures(districts))));
}
