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

    public static readonly DiagnosticDescriptor ReshapeCount = new(
        "NG1005",
        "Reshape changes the number of values",
        "{0}",
        DiagnosticCategory.Shape,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A reshape lays the same values out anew; it neither adds nor drops any.",
        helpLinkUri: DiagnosticPage.Root + "NG1005" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ConcatAxes = new(
        "NG1008",
        "Concat joins shapes that differ in other axes",
        "{0}",
        DiagnosticCategory.Shape,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Tensors are joined along one axis and must be equal in all others.",
        helpLinkUri: DiagnosticPage.Root + "NG1008" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor OuterSum = new(
        "NG1009",
        "Column and vector broadcast to all pairs",
        "{0}",
        DiagnosticCategory.Shape,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A column [n, 1] and a vector [n] broadcast to n × n values, which is seldom meant.",
        helpLinkUri: DiagnosticPage.Root + "NG1009" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor MisreadAxes = new(
        "NG1011",
        "Reshape where a transposition is meant",
        "{0}",
        DiagnosticCategory.Shape,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A reshape to the same extents in another order mixes the axes up.",
        helpLinkUri: DiagnosticPage.Root + "NG1011" + DiagnosticPage.Extension);

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
