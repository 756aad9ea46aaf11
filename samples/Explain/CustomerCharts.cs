using System.Globalization;
using Churn;
using NetGen;

namespace Explaining;

/// <summary>What the network of samples/Churn relies on, and why it expects a customer to leave.</summary>
/// <param name="Net">The trained network.</param>
/// <param name="Encoder">What turns rows into inputs.</param>
/// <param name="Train">The customers that it learned from.</param>
/// <param name="Test">Customers that it did not learn from.</param>
internal sealed record CustomerCharts(ChurnNet Net, TableEncoder Encoder, CsvTable Train, CsvTable Test)
{
    private const double PartToLearnFrom = 0.8;

    /// <summary>Trains the network as samples/Churn does.</summary>
    public static CustomerCharts Of(string? file, int epochs, ulong seed, CancellationToken cancellation)
    {
        var (rest, test) = ChurnTable.Load(file).Split(PartToLearnFrom, seed, stratifyBy: ChurnTable.Target);
        var (train, validation) = rest.Split(PartToLearnFrom, seed, stratifyBy: ChurnTable.Target);
        var encoder = ChurnTable.Encoder(train);
        var net = new ChurnNet(seed);
        ChurnTraining.Run(net, encoder.Values(train), encoder.Values(validation), new FitOptions { Epochs = epochs, Seed = seed }, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return new(net, encoder, train, test);
    }

    /// <summary>A chart of importances.</summary>
    public static BarChart Chart(PermutationImportances importance) => new()
    {
        Title = string.Create(CultureInfo.InvariantCulture, $"What the network relies on (ROC AUC {importance.Score:0.000})"),
        ValueAxis = "how far the ROC AUC falls when the column is permuted among customers",
        Bars = [.. importance.Ranked.Select(one => new Bar(one.Name, one.Mean) { Deviation = one.Deviation })],
    };

    /// <summary>How much worse customers are told apart without each column: measured on those that were not learned from.</summary>
    public PermutationImportances Importance(ulong seed, CancellationToken cancellation) => Explain.PermutationImportance(Net, Encoder.Values(Test), new PermutationImportanceOptions
    {
        Groups = Encoder.FeatureGroups,
        Metric = "roc_auc",
        Repeats = 10,
        Seed = seed,
        CancellationToken = cancellation,
    });

    /// <summary>The customer of the test part who leaves most probably, and what distinguishes the answer from that for the mean of all customers.</summary>
    public (BarChart Chart, string Summary, Attribution Attribution) MostLikelyToLeave(CancellationToken cancellation)
    {
        var inputs = Encoder.Inputs(Test);
        var probabilities = Net.Predict(inputs);
        var customer = Array.IndexOf(probabilities, probabilities.Max());
        var parts = Explain.IntegratedGradients(Net, inputs.AsSpan(customer * Encoder.InputSize, Encoder.InputSize), 0, new IntegratedGradientsOptions
        {
            Baseline = Mean(Encoder.Inputs(Train), Encoder.InputSize),
            Steps = 200,
            CancellationToken = cancellation,
        });
        var id = Test[customer][ChurnTable.Id];
        var summary = string.Create(
            CultureInfo.InvariantCulture,
            $"customer {id} leaves with {100 * parts.Value:0.0} %, {100 * parts.BaselineValue:0.0} % being that of the mean of all customers; the columns add up to {100 * parts.Sum:+0.0;-0.0} points");
        return (new BarChart
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"Why customer {id} leaves with {100 * parts.Value:0.0} %"),
            ValueAxis = string.Create(CultureInfo.InvariantCulture, $"points added to the mean customer's {100 * parts.BaselineValue:0.0} % (integrated gradients)"),
            Bars = [.. Encoder.FeatureGroups.Select(column => Bar(column, parts, customer)).OrderByDescending(bar => Math.Abs(bar.Value))],
        }, summary, parts);
    }

    private Bar Bar(FeatureGroup column, Attribution parts, int customer) =>
        new($"{column.Name} = {Test[customer].Text(column.Name) ?? "unknown"}", 100 * column.Inputs.Sum(input => (double)parts.Values[input]));

    private static float[] Mean(float[] inputs, int size)
    {
        var sums = new double[size];
        for (var i = 0; i < inputs.Length; i++)
        {
            sums[i % size] += inputs[i];
        }

        return [.. sums.Select(sum => (float)(sum * size / inputs.Length))];
    }
}
