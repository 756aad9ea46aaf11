using System.Globalization;

namespace NetGen.Tables;

/// <summary>What the seeds of a study came to, in their order.</summary>
internal sealed record Outcome(Study Study, IReadOnlyList<double> Values, TimeSpan Elapsed)
{
    /// <summary>The head of the table.</summary>
    public const string Header =
        "| Table | Measure | Mean | Standard deviation | Worst | Required | Met | Each seed | Seconds a seed |\n|---|---|---|---|---|---|---|---|---|";

    /// <summary>The mean over the seeds.</summary>
    public double Mean => Values.Average();

    /// <summary>Whether the mean is what is required.</summary>
    public bool IsMet => Study.IsError ? Mean <= Study.Required : Mean >= Study.Required;

    // Of a sample: divided by one less than the number of seeds.
    private double Deviation => Math.Sqrt(Values.Sum(value => (value - Mean) * (value - Mean)) / (Values.Count - 1));

    private double Worst => Study.IsError ? Values.Max() : Values.Min();

    /// <summary>A row of the table.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Study.Name} | {Study.Measure} | {Mean:0.0000} | {Deviation:0.0000} | {Worst:0.0000} | {(Study.IsError ? "≤" : "≥")} {Study.Required:0.00} | {(IsMet ? "yes" : "NO")} ")
        + $"| {string.Join(" ", Values.Select(value => value.ToString("0.0000", CultureInfo.InvariantCulture)))} "
        + string.Create(CultureInfo.InvariantCulture, $"| {Elapsed.TotalSeconds / Values.Count:0.0} |");
}
