using Microsoft.CodeAnalysis;

namespace NetGen.Analyzers;

/// <summary>Diagnostics about activations and losses (NG2xxx).</summary>
public static class LossDiagnostics
{
    public static readonly DiagnosticDescriptor DoubledLink = new(
        "NG2001",
        "Loss applies its own link function",
        "{0}",
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
        "{0}",
        DiagnosticCategory.Loss,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The product of two matrices is a matrix: the second layer adds parameters and no power.",
        helpLinkUri: DiagnosticPage.Root + "NG2007" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor ClassCount = new(
        "NG2003",
        "Network tells another number of classes apart than the set has",
        "The set has {0} classes, {1} tells {2} apart: {3}",
        DiagnosticCategory.Loss,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A classifier has one output for each class of the set that it is trained on.",
        helpLinkUri: DiagnosticPage.Root + "NG2003" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor LonelySoftmax = new(
        "NG2004",
        "Softmax over an axis of one entry",
        "{0}",
        DiagnosticCategory.Loss,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The softmax of a single value is 1, whatever the value is, and its gradient is 0.",
        helpLinkUri: DiagnosticPage.Root + "NG2004" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor ActivatedAnswer = new(
        "NG2005",
        "Activation on the answer of a regression",
        "{0}",
        DiagnosticCategory.Loss,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A ReLU answers nothing below 0 and stops learning there; a sigmoid hardly learns where its answer is surely wrong.",
        helpLinkUri: DiagnosticPage.Root + "NG2005" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor DoubledActivation = new(
        "NG2008",
        "Activation follows activation",
        "{0}",
        DiagnosticCategory.Loss,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Two activations without weights in between are one odd activation, or change nothing.",
        helpLinkUri: DiagnosticPage.Root + "NG2008" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor SaturatedDepth = new(
        "NG2009",
        "Many saturating activations without normalisation",
        "{0}",
        DiagnosticCategory.Loss,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Gradients shrink by a factor with each saturating activation, so that the first layers of a deep stack hardly learn.",
        helpLinkUri: DiagnosticPage.Root + "NG2009" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor ActivatedLogits = new(
        "NG2010",
        "Activation before the loss restricts its logits",
        "{0}",
        DiagnosticCategory.Loss,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The losses of classifiers take logits, which are any real numbers, and apply their link function themselves.",
        helpLinkUri: DiagnosticPage.Root + "NG2010" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor SeveralLabels = new(
        "NG2006",
        "Loss of one label on samples with several",
        "Sample {0} has {1} labels at once, and the loss of '{2}' compares with one distribution, which sums to 1: use BinaryCrossEntropy, a yes or no for each label, or divide each row by its number of ones",
        DiagnosticCategory.Loss,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A softmax divides one among all classes. For labels that do not exclude each other each output is a question of its own.",
        helpLinkUri: DiagnosticPage.Root + "NG2006" + DiagnosticPage.Extension);
}
