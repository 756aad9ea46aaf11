namespace NetGen.Generator.Tests.Emission;

/// <summary>Texts of networks as users write them.</summary>
internal static class EmittedNetworks
{
    public static readonly string[] Layers =
    [
        "Dense(6)", "Dense(6, Bias = false)", "Dense(6, Frozen = true, Init = Initializer.HeNormal)", "Dropout(0.3)", "Dropout(0)", "Flatten", "Reshape(4)", "Reshape(2, -1)",
        "LayerNorm", "LayerNorm(Bias = false, Epsilon = 0.01)", "ReLU", "LeakyReLU(0.2)", "ELU(0.5)", "SELU", "GELU", "GELU(Approximate = true)", "SiLU", "Tanh", "Sigmoid", "Softplus",
        "HardSigmoid", "HardSwish", "Mish", "Softmax", "LogSoftmax",
    ];

    public static readonly string[] Losses =
    [
        "SoftmaxCrossEntropy", "SoftmaxCrossEntropy(LabelSmoothing = 0.1, ClassWeights = [1, 2, 3])", "BinaryCrossEntropy", "BinaryCrossEntropy(PositiveWeights = [1, 2, 3])",
        "MeanSquaredError", "MeanSquaredError(ClassWeights = [1, 2, 3])", "MeanAbsoluteError", "Huber(0.5)", "KLDivergence", "Hinge",
    ];

    /// <summary>Several networks in one file, each in a namespace of its own.</summary>
    public static string File(IEnumerable<string> attributes) => "using NetGen;\n" + string.Join("\n", attributes.Select((text, index) =>
        $"namespace N{index} {{ [{text}] public partial class Net; }}"));

    public static string Network(string precision) => precision == "double" ? "Network(Precision = Precision.Double)" : "Network";
}
