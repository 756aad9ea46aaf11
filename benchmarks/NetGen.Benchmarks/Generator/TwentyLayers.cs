using NetGen.Compiler.Model;

namespace NetGen.Benchmarks.Generator;

/// <summary>A network of 20 layers, as C# and as the declaration that the generator reads from it.</summary>
internal static class TwentyLayers
{
    private static readonly int[] s_widths = [512, 384, 320, 256, 192, 128, 96, 64, 48, 10];

    public static string Source =>
        $$"""
        using NetGen;

        [Network, Input(784)]
        {{string.Join("\n", s_widths.Select((width, index) => index < s_widths.Length - 1 ? $"[Dense({width}), {Between(index)}]" : $"[Dense({width}), Tanh, SoftmaxCrossEntropy]"))}}
        public partial class TwentyLayerNet;
        """;

    public static NetworkSpec Spec => new(
        Namespace: "",
        ContainingTypes: EquatableArray<string>.Empty,
        Name: "TwentyLayerNet",
        Hint: "TwentyLayerNet",
        // Single; the enum cannot be named here, where both compiler and runtime have it.
        Precision: default,
        Inputs: new([new InputSpec(new Shape(784))]),
        Layers: new(s_widths.SelectMany((width, index) => new[]
        {
            new LayerSpec("Dense", new Argument("Units", width)),
            new LayerSpec(index < s_widths.Length - 1 ? Between(index) : "Tanh"),
        })),
        Losses: new([new LayerSpec("SoftmaxCrossEntropy")]));

    /// <summary>Several activations, and a normalisation: no layer profits from the kernel of another.</summary>
    private static string Between(int index) => (index % 4) switch
    {
        0 => "ReLU",
        1 => "GELU",
        2 => "LayerNorm",
        _ => "SiLU",
    };
}
