using NetGen.Compiler.Model;

namespace NetGen.Compiler.Layers;

/// <summary>What all normalisations have in common: ε, and a factor and an addend that start at one and zero.</summary>
internal static class NormArguments
{
    /// <summary>What is wrong with ε, or null.</summary>
    public static LayerOutline? Check(LayerSpec layer, double epsilon) => epsilon is > 0 and < 1 ? null
        : LayerOutline.Refuse("NG0005", "Epsilon", Inv($"{layer.Kind} needs an Epsilon between 0 and 1, not {epsilon}"));

    /// <summary>The factor, and the addend if there is one.</summary>
    public static EquatableArray<ParameterSpec> Parameters(LayerSpec layer, int width, bool bias = true)
    {
        var weight = layer.Init == Initializer.Default ? Initializer.Ones : layer.Init;
        var parameters = new List<ParameterSpec> { new("weight", new Shape(width), weight, width, width) };
        if (bias)
        {
            parameters.Add(new ParameterSpec("bias", new Shape(width), Initializer.Zeros, width, width));
        }

        return new EquatableArray<ParameterSpec>(parameters);
    }
}
