using NetGen.Compiler.Model;

namespace NetGen.Compiler.Layers;

/// <summary>He before the ReLU family, whose members halve the variance, and Glorot otherwise.</summary>
internal static class DefaultInitializer
{
    private static readonly string[] ReluFamily = ["ReLU", "LeakyReLU", "ELU", "SELU", "GELU", "SiLU", "Softplus", "HardSwish", "Mish", "PReLU"];

    /// <summary>Looks past layers that are neither weights nor activations to the activation that layer <paramref name="index"/> feeds.</summary>
    public static Initializer Resolve(EquatableArray<LayerSpec> layers, int index)
    {
        for (var i = index + 1; i < layers.Count; i++)
        {
            if (layers[i].Kind is "Block" or "Residual" or "Recurrent" or "Apply")
            {
                break;
            }

            var next = LayerCatalog.Find(layers[i].Kind);
            if (next is { IsActivation: true })
            {
                return ReluFamily.Contains(next.Kind) ? Initializer.HeUniform : Initializer.GlorotUniform;
            }

            if (next is { MixesFeatures: true })
            {
                break;
            }
        }

        return Initializer.GlorotUniform;
    }
}
