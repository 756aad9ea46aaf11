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

    public static readonly DiagnosticDescriptor KernelTooLarge = new(
        "NG1003",
        "Window is larger than its input",
        "{0}",
        DiagnosticCategory.Shape,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The window of a convolution or a pooling layer, dilation included, does not fit into the image with its padding; or a transposed convolution takes away more than there is.",
        helpLinkUri: DiagnosticPage.Root + "NG1003" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor BorderUnseen = new(
        "NG1004",
        "Stride passes over the border",
        "{0}",
        DiagnosticCategory.Shape,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The last rows or columns of an image are seen by no window, because the next one would reach beyond it.",
        helpLinkUri: DiagnosticPage.Root + "NG1004" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor ResidualMismatch = new(
        "NG1006",
        "Residual adds unequal shapes",
        "{0}",
        DiagnosticCategory.Shape,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A residual adds its input to what its block makes of it, which needs the same shape.",
        helpLinkUri: DiagnosticPage.Root + "NG1006" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor HeadsDoNotDivide = new(
        "NG1007",
        "Heads do not divide the width",
        "{0}",
        DiagnosticCategory.Shape,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Attention gives each head the same number of features, and rotary positions turn them in pairs.",
        helpLinkUri: DiagnosticPage.Root + "NG1007" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor TooManyPositions = new(
        "NG1010",
        "Sequence is longer than the table of positions",
        "{0}",
        DiagnosticCategory.Shape,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A learned table of positions has no vector for the positions at the end of the sequence.",
        helpLinkUri: DiagnosticPage.Root + "NG1010" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
