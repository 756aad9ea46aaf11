using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>
/// What the checks of a network with its data found that cannot be seen in the declaration; made by <c>net.Diagnose(train, options)</c> and, with <see cref="FitOptions.Diagnose"/>, by <c>Fit</c>.
/// </summary>
/// <param name="Network">The name of the network's class.</param>
/// <param name="Findings">The findings, the gravest first; those of equal weight in the order of the checks.</param>
public sealed record Diagnosis(string Network, IReadOnlyList<Finding> Findings)
{
    /// <summary>
    /// The numbers behind the findings, also where there are none: <c>initial_loss</c>, <c>expected_initial_loss</c>, <c>one_batch_loss</c>, <c>one_batch_steps</c>, <c>update_ratio</c>,
    /// <c>gradient_ratio</c>, <c>dead_units</c>, <c>saturated_units</c>, <c>contradicted_labels</c>; each where it was measured.
    /// </summary>
    public IReadOnlyDictionary<string, double> Measured { get; init; } = new Dictionary<string, double>();

    /// <summary>What was not looked at, and why.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Whether all checks ran; false when they were cancelled.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Whether nothing was found that is more than worth knowing.</summary>
    public bool IsHealthy => Findings.All(finding => finding.Severity == FindingSeverity.Info);

    /// <summary>The report: a paragraph per finding with its advice, then the numbers. Lines end in <c>\n</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString()
    {
        var text = new StringBuilder($"Diagnosis of {Network}: {Summary()}\n");
        foreach (var finding in Findings)
        {
            text.Append('\n').Append(finding).Append("\n  ").Append(finding.Advice).Append('\n');
        }

        if (Measured.Count > 0)
        {
            text.Append("\nMeasured: ").AppendJoin(", ", Measured.Select(number => string.Create(CultureInfo.InvariantCulture, $"{number.Key} {number.Value:G4}"))).Append('\n');
        }

        foreach (string reason in LeftOut)
        {
            text.Append("Left out: ").Append(reason).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>How many findings of which severity there are.</summary>
    internal string Summary()
    {
        string counts = string.Join(", ", Enumerable.Reverse(Enum.GetValues<FindingSeverity>())
            .Select(severity => (Count: Findings.Count(finding => finding.Severity == severity), Severity: severity))
            .Where(part => part.Count > 0)
            .Select(part => $"{part.Count} {Word(part.Severity)}{(part.Count == 1 || part.Severity == FindingSeverity.Info ? "" : "s")}"));
        return (counts.Length == 0 ? "nothing found" : counts) + (IsComplete ? "" : "; cancelled before all checks were done");
    }

    private static string Word(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "worth knowing",
    };
}
