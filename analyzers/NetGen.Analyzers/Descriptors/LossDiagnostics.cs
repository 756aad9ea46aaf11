using Microsoft.CodeAnalysis;

namespace NetGen.Analyzers;

/// <summary>Diagnostics about activations and losses (NG2xxx).</summary>
public static class LossDiagnostics
{
    public static readonly DiagnosticDescriptor DoubledLink = new(
        "NG2001",
        "Loss applies its own link function",
        "{0} stands before {1}, which applies it itself: train on logits and remove {0}; Predict returns probabilities all the same",
        DiagnosticCategory.Loss,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The loss owns its link function. Applied twice, it flattens the gradients and Predict returns a distorted distribution.",
        helpLinkUri: DiagnosticPage.Root + "NG2001" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor LossWidth = new(
        "NG2002",
        "Probability loss on a width of one",
        "{0} compares the classes of the last axis, but the output {1} has only one: its probability is always 1 and nothing is learned; use {2}",
        DiagnosticCategory.Loss,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A softmax over one value is the constant 1, so the loss is constant and every gradient is zero.",
        helpLinkUri: DiagnosticPage.Root + "NG2002" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor LinearAfterLinear = new(
        "NG2007",
        "Dense follows Dense without an activation",
        "Nothing non-linear stands between {0} and {1}: two linear layers in a row can express no more than one; put an activation between them",
        DiagnosticCategory.Loss,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The product of two matrices is a matrix: the second layer adds parameters and no power.",
        helpLinkUri: DiagnosticPage.Root + "NG2007" + DiagnosticPage.Extension);
}
