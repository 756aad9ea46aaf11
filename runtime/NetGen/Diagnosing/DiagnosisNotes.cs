using System.Globalization;

namespace NetGen;

/// <summary>Collects what the checks find.</summary>
internal sealed class DiagnosisNotes(string network)
{
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, double> _measured = [];
    private readonly List<string> _leftOut = [];

    public string Network => network;

    /// <summary>Whether something makes all further checks pointless.</summary>
    public bool IsHopeless => _findings.Exists(finding => finding.Severity == FindingSeverity.Error);

    public void Find(string id, FindingSeverity severity, string subject, FormattableString measured, string advice) =>
        _findings.Add(new Finding(id, severity, subject, measured.ToString(CultureInfo.InvariantCulture), advice));

    public void Warn(string id, string subject, FormattableString measured, string advice) => Find(id, FindingSeverity.Warning, subject, measured, advice);

    public void Tell(string id, string subject, FormattableString measured, string advice) => Find(id, FindingSeverity.Info, subject, measured, advice);

    public void Fail(string id, string subject, FormattableString measured, string advice) => Find(id, FindingSeverity.Error, subject, measured, advice);

    public void Measure(string name, double value) => _measured[name] = value;

    public bool TryMeasured(string name, out double value) => _measured.TryGetValue(name, out value);

    public void LeaveOut(string reason) => _leftOut.Add(reason);

    public Diagnosis Complete(bool isComplete) => new(network, [.. _findings.OrderByDescending(finding => finding.Severity)])
    {
        Measured = new Dictionary<string, double>(_measured),
        LeftOut = [.. _leftOut],
        IsComplete = isComplete,
    };
}
