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
}
