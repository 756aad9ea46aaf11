using FsCheck;
using FsCheck.Fluent;
using NetGen.Compiler.Model;
using static NetGen.Compiler.Tests.Networks.Declared;

namespace NetGen.Compiler.Tests.Networks;

/// <summary>Generators of declarations: sound ones, and nonsense.</summary>
internal static class RandomStacks
{
    private static readonly string[] Activations =
        ["ReLU", "LeakyReLU", "ELU", "SELU", "GELU", "SiLU", "Tanh", "Sigmoid", "Softplus", "HardSigmoid", "HardSwish", "Mish", "Softmax", "LogSoftmax", "LayerNorm"];

    private static readonly string[] Losses =
        ["SoftmaxCrossEntropy", "BinaryCrossEntropy", "MeanSquaredError", "MeanAbsoluteError", "Huber", "KLDivergence", "Hinge"];

    private static readonly string[] ArgumentNames =
        ["Units", "Rate", "Dims", "Bias", "Init", "Frozen", "Epsilon", "Slope", "Alpha", "Name", "LabelSmoothing", "Delta", "ClassWeights", "PositiveWeights"];

    private static readonly double[] OddNumbers =
        [0, -1, 1, 0.5, 99, int.MaxValue, int.MinValue, 1e300, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 65536];

    private static readonly string[] OddTexts = ["", "a", "a.b", "a/b", "*", "?", "a\nb", "\u2028", "\"", "\\", "class", "\ud800", "dense1", "</code>", "&"];

    /// <summary>Layers without Reshape, so that every stack fits together.</summary>
    public static Gen<NetworkSpec> Sound { get; } =
        from rank in Gen.Choose(1, 2)
        from dims in Gen.ArrayOf(Gen.Choose(1, 40), rank)
        from count in Gen.Choose(0, 6)
        from layers in Gen.ArrayOf(SoundLayer, count)
        from loss in Gen.Elements(Losses)
        from width in Gen.Choose(2, 35)
        from precision in Gen.Elements(Precision.Single, Precision.Double)
        select Stack(dims, [.. layers, Dense(width)], Of(loss), precision);

    /// <summary>Any kind with any arguments.</summary>
    public static Gen<NetworkSpec> Nonsense { get; } =
        from inputs in Gen.Choose(0, 2)
        from dims in Gen.ListOf(Gen.Elements(0, -1, 1, 3, 7, 65536, int.MaxValue, int.MinValue))
        from layers in Gen.ListOf(NonsenseLayer)
        from loss in NonsenseLayer
        from hasLoss in Gen.Elements(true, false)
        from precision in Gen.Elements(0, 1, 7)
        select new NetworkSpec("", [], "Net", "Net", (Precision)precision,
            new(Enumerable.Repeat(new InputSpec(new Shape([.. dims])), inputs)), new(layers), hasLoss ? loss : null);

    private static Gen<LayerSpec> SoundLayer =>
        from choice in Gen.Choose(0, 3)
        from number in Gen.Choose(1, 70)
        from activation in Gen.Elements(Activations)
        select choice switch
        {
            0 => Dense(number, number % 2 == 0),
            1 => Dropout(number / 100.0),
            _ => Of(activation),
        };

    private static Gen<LayerSpec> NonsenseLayer =>
        from kind in Gen.Elements([.. Activations, .. Losses, "Dense", "Dense", "Flatten", "Reshape", "Dropout", "Convolution", ""])
        from arguments in Gen.ListOf(NonsenseArgument)
        select Of(kind, [.. arguments]);

    private static Gen<Argument> NonsenseArgument =>
        from name in Gen.Elements(ArgumentNames)
        from numbers in Gen.ListOf(Gen.Elements(OddNumbers))
        from text in Gen.Elements(OddTexts)
        select name == "Name" ? new Argument(name, text) : new Argument(name, [.. numbers]);
}
