using Microsoft.CodeAnalysis;

namespace NetGen.Analyzers;

/// <summary>Diagnostics about what layers and calls do to training (NG3xxx).</summary>
public static class TrainingDiagnostics
{
    public static readonly DiagnosticDescriptor UselessBias = new(
        "NG3003",
        "Bias before a batch norm is useless",
        "{0}",
        DiagnosticCategory.Training,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A batch norm subtracts the mean of each channel, and with it whatever was added to the whole channel before.",
        helpLinkUri: DiagnosticPage.Root + "NG3003" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor DropoutBeforeNorm = new(
        "NG3004",
        "Dropout before a batch norm shifts its statistics",
        "{0}",
        DiagnosticCategory.Training,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Dropout raises the variance of what comes behind it in training alone. A batch norm keeps that variance for prediction, where it is another.",
        helpLinkUri: DiagnosticPage.Root + "NG3004" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor BatchOfOne = new(
        "NG3008",
        "Batch norm cannot be trained on a batch of one",
        "'{0}' has a batch norm that gets one value per channel from each sample: it is trained on at least {1} samples at a time, and on fewer {2} throws an ArgumentException",
        DiagnosticCategory.Training,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Of a single value per channel nothing is left once its mean is subtracted, so that such a step would teach nothing and spoil the running statistics.",
        helpLinkUri: DiagnosticPage.Root + "NG3008" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor ConstantWeights = new(
        "NG3001",
        "Weights of a hidden layer all start alike",
        "{0}",
        DiagnosticCategory.Training,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Units that start with the same weights compute the same and learn much the same.",
        helpLinkUri: DiagnosticPage.Root + "NG3001" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor UnsuitedInitializer = new(
        "NG3002",
        "Initialiser is made for another activation",
        "{0}",
        DiagnosticCategory.Training,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Initialisers keep the variance of values from layer to layer, each for some activations.",
        helpLinkUri: DiagnosticPage.Root + "NG3002" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor DisturbedOutput = new(
        "NG3005",
        "Dropout or normalisation on the output",
        "{0}",
        DiagnosticCategory.Training,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The loss compares what the network answers: what is dropped or normalised there is no answer.",
        helpLinkUri: DiagnosticPage.Root + "NG3005" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor LargeDropout = new(
        "NG3006",
        "Dropout of more than half",
        "{0}",
        DiagnosticCategory.Training,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The argument is the part of the values that is dropped; more than half is rarely meant.",
        helpLinkUri: DiagnosticPage.Root + "NG3006" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor DropoutBeforePooling = new(
        "NG3007",
        "Dropout before a max pooling",
        "{0}",
        DiagnosticCategory.Training,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A maximum over a window takes the next best value where the largest was dropped.",
        helpLinkUri: DiagnosticPage.Root + "NG3007" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor DecayedBiases = new(
        "NG3009",
        "L2 penalty on biases and normalisations",
        "The penalty is on all parameters of '{1}', {0} vectors among them ('{2}' first) that it does nothing good for: leave them out by Groups with WeightDecay = 0 for {3}",
        DiagnosticCategory.Training,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A penalty on large weights keeps functions from being steep. Biases shift them and factors of normalisations scale them, and are pulled to zero for nothing.",
        helpLinkUri: DiagnosticPage.Root + "NG3009" + DiagnosticPage.Extension);
}
