using Microsoft.CodeAnalysis;

namespace NetGen.Analyzers;

/// <summary>Diagnostics about shapes (NG1xxx).</summary>
public static class ShapeDiagnostics
{
    public static readonly DiagnosticDescriptor Mismatch = new(
        "NG1001",
        "Shapes do not fit",
        "{0}",
        DiagnosticCategory.Shape,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The layer cannot take the shape that the layers before it produce.",
        helpLinkUri: DiagnosticPage.Root + "NG1001" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor WrongRank = new(
        "NG1002",
        "Input of a layer has the wrong rank",
        "{0}",
        DiagnosticCategory.Shape,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The layer needs an input with another number of axes.",
        helpLinkUri: DiagnosticPage.Root + "NG1002" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
