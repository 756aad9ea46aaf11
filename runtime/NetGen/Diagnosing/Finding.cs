namespace NetGen;

/// <summary>One thing that a <see cref="Diagnosis"/> found.</summary>
/// <param name="Id">The rule, such as <c>NG7104</c>; the same in every version. The documentation of diagnosing explains each.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Subject">What it is about: a layer by its name (<c>stem.relu1</c>), an input or target by its name, or the class of the network.</param>
/// <param name="Measured">What was measured, in a sentence with numbers.</param>
/// <param name="Advice">What to do.</param>
public sealed record Finding(string Id, FindingSeverity Severity, string Subject, string Measured, string Advice)
{
    /// <summary>One line: id, severity, subject and what was measured.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => $"{Id} {(Severity == FindingSeverity.Info ? "info" : Severity == FindingSeverity.Warning ? "warning" : "error")}: {Subject}: {Measured}";
}
