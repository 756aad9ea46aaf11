using Microsoft.CodeAnalysis;

namespace NetGen.Analyzers;

/// <summary>Diagnostics about sequences and tokens (NG5xxx).</summary>
public static class SequenceDiagnostics
{
    public static readonly DiagnosticDescriptor SeesLaterPositions = new(
        "NG5003",
        "Causal network sees later positions",
        "{0}",
        DiagnosticCategory.Sequence,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A network whose answer at each position is meant to depend on what stands before it has an attention that sees all positions: in training the answers lie open.",
        helpLinkUri: DiagnosticPage.Root + "NG5003" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor VocabularyTooSmall = new(
        "NG5004",
        "Embedding has fewer vectors than there are tokens",
        "{0}",
        DiagnosticCategory.Sequence,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The table of an embedding has no vector for the last tokens of its input.",
        helpLinkUri: DiagnosticPage.Root + "NG5004" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor EmbeddedValues = new(
        "NG5005",
        "Embedding of values that are no tokens",
        "{0}",
        DiagnosticCategory.Sequence,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An embedding picks vectors by whole numbers, and its input is one of any numbers.",
        helpLinkUri: DiagnosticPage.Root + "NG5005" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor LostMask = new(
        "NG5006",
        "Mask is lost before it is needed",
        "{0}",
        DiagnosticCategory.Sequence,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Masking marked positions as absent, but a layer on the way made other positions of them, and a layer that mixes positions would not know which are present.",
        helpLinkUri: DiagnosticPage.Root + "NG5006" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnusedLayer = new(
        "NG5001",
        "Layer is never called",
        "{0}",
        DiagnosticCategory.Sequence,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A field with layers is part of a network where Forward calls it, and nowhere else.",
        helpLinkUri: DiagnosticPage.Root + "NG5001" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor UnreachedParameter = new(
        "NG5002",
        "No loss depends on a parameter",
        "{0}",
        DiagnosticCategory.Sequence,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What the loss does not depend on has no gradient, and stays as it was initialised.",
        helpLinkUri: DiagnosticPage.Root + "NG5002" + DiagnosticPage.Extension);

    /// <summary>The other half of NG5005: a warning, since such a network works, only badly.</summary>
#pragma warning disable RS2001 // One id, two severities: what cannot be compiled is an error, and the release tracking knows one of them.
    public static readonly DiagnosticDescriptor UnscaledBytes = new(
        "NG5005",
        "Bytes that become inputs without being scaled",
        "'{0}' turns bytes into numbers from 0 to 255: divide by 255, or use Normalization.Of on the training part, since networks and learning rates are made for inputs of about 1",
        DiagnosticCategory.Sequence,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Inputs of size 255 make gradients of the first layer 255 times larger than those that defaults are made for.",
        helpLinkUri: DiagnosticPage.Root + "NG5005" + DiagnosticPage.Extension);
#pragma warning restore RS2001
}
