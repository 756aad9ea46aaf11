using Microsoft.CodeAnalysis;

namespace NetGen.Analyzers;

/// <summary>Diagnostics about what the compiler knows and the user may want to see (NG9xxx).</summary>
public static class InsightDiagnostics
{
    public static readonly DiagnosticDescriptor LayerShape = new(
        "NG9001",
        "Shape and parameters of a layer",
        "{0}",
        DiagnosticCategory.Insight,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The name of the layer, the shape of its output for one sample and the number of its trainable values.",
        helpLinkUri: DiagnosticPage.Root + "NG9001" + DiagnosticPage.Extension);
}
