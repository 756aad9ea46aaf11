using Spectre.Console;

namespace NetGen;

/// <summary>A diagnosis: what was found, the gravest first, with what to do about it.</summary>
internal static class DiagnosisReport
{
    public static void Write(Diagnosis diagnosis, ReportConsole console)
    {
        console.WriteLine([("Diagnosis of ", Style.Plain), (CellText.Clean(diagnosis.Network), new Style(decoration: Decoration.Bold)), (": " + diagnosis.Summary(), Style.Plain)]);
        foreach (var finding in diagnosis.Findings)
        {
            console.WriteLine();
            console.WriteLine([(Word(finding.Severity), StyleOf(finding.Severity)), ($" {finding.Id} {CellText.Clean(finding.Subject)}", Style.Plain)]);
            console.WriteLine("  " + CellText.Clean(finding.Measured));
            console.WriteLine("  " + CellText.Clean(finding.Advice));
        }

        if (diagnosis.LeftOut.Count > 0)
        {
            console.WriteLine();
            foreach (string reason in diagnosis.LeftOut)
            {
                console.WriteLine("Left out: " + CellText.Clean(reason));
            }
        }
    }

    private static string Word(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "info",
    };

    private static Style StyleOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => new(Color.Red),
        FindingSeverity.Warning => new(Color.Yellow),
        _ => new(Color.Grey),
    };
}
