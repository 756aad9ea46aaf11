using System.Globalization;
using NetGen;

namespace Churn;

/// <summary>What is needed to answer for a customer: the network, what turns a row of the table into its inputs, and the threshold. One file holds all three.</summary>
/// <param name="Net">The network.</param>
/// <param name="Encoder">What turns rows into inputs.</param>
/// <param name="Threshold">The probability from which on a customer counts as about to leave.</param>
internal sealed record ChurnModel(ChurnNet Net, TableEncoder Encoder, double Threshold)
{
    private const string ThresholdKey = "churn.threshold";

    /// <summary>
    /// Chooses the threshold. Which customers to call is a decision of its own: here the threshold that does best, by F1, for customers who were not learned from.
    /// Who knows what a call costs and what a customer is worth takes <c>ForRecall</c> or <c>ForPrecision</c> instead.
    /// </summary>
    /// <param name="net">The trained network.</param>
    /// <param name="encoder">What turned rows into its inputs.</param>
    /// <param name="validation">Customers who were neither learned from nor are to be tested with.</param>
    public static ChurnModel Of(ChurnNet net, TableEncoder encoder, Dataset<float, float> validation) =>
        new(net, encoder, net.Evaluate(validation).Thresholds!.BestF1().Threshold);

    /// <summary>Reads a model; nothing but the file is needed.</summary>
    /// <exception cref="InvalidDataException">The file is not one that <see cref="Save"/> wrote.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static ChurnModel Load(string path)
    {
        var net = new ChurnNet(seed: 0);
        net.Load(path);
        return net.Metadata.Preprocessing is { } encoder
            && double.TryParse(net.Metadata[ThresholdKey], NumberStyles.Float, CultureInfo.InvariantCulture, out var threshold)
            ? new(net, TableEncoder.FromJson(encoder), threshold)
            : throw new InvalidDataException($"'{path}' has the weights of a {nameof(ChurnNet)}, but not how a customer becomes inputs, or no '{ThresholdKey}'.");
    }

    /// <summary>Writes the model. <c>Fit</c> has noted the encoder in the network's metadata; the rest is added here.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        Net.Metadata.ClassNames = Encoder.ClassNames;
        Net.Metadata[ThresholdKey] = Threshold.ToString("R", CultureInfo.InvariantCulture);
        Net.Save(path);
    }

    /// <summary>How probable it is that one customer leaves.</summary>
    /// <param name="customer">A text for each input column, null where it is not known.</param>
    public float Probability(IReadOnlyDictionary<string, string?> customer) => Net.Predict(Encoder.Encode(customer))[0];

    /// <summary>How probable it is of each customer of a table.</summary>
    public float[] Probabilities(CsvTable customers) => Net.Predict(Encoder.Inputs(customers));
}
