namespace NetGen.Diagnosing.Tests;

/// <summary>What tests ask of a report.</summary>
internal static class Found
{
    /// <summary>The only finding of a rule.</summary>
    public static Finding Single(Diagnosis diagnosis, string id)
    {
        var findings = diagnosis.Findings.Where(finding => finding.Id == id).ToArray();
        Assert.True(findings.Length == 1, $"{findings.Length} findings of {id} in\n{diagnosis}");
        return findings[0];
    }

    public static void None(Diagnosis diagnosis, string id) => Assert.True(diagnosis.Findings.All(finding => finding.Id != id), diagnosis.ToString());

    public static void Healthy(Diagnosis diagnosis) => Assert.True(diagnosis.IsHealthy && diagnosis.IsComplete, diagnosis.ToString());
}
