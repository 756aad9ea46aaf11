using NetGen.Compiler.Emission.Simd;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>Names that device code uses for itself, in addition to those of the vector kernels.</summary>
internal static class DeviceNames
{
    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal)
    {
        "Group", "Grid", "SharedMemory", "LocalMemory", "Interop", "ArrayView", "GpuRun", "GpuLaunch", "GpuProgram", "GpuLayout", "Layout", "Predict", "Loss",
        "Train", "Backward", "Exp", "Expm1", "Log", "Log1p", "Tanh", "Sigmoid", "Erf", "Sin", "Cos", "Pow", "SinFar", "CosFar", "RoundToEven", "ProductMinus",
        "Mask", "Normal", "NormalQuantile", "Philox", "Atomic", "Warp",
    };

    private static readonly HashSet<string> Locals = new(StringComparer.Ordinal)
    {
        "run", "slices", "chunks", "first", "source", "part", "active", "scratch", "values", "parameters", "gradients", "given", "results", "task", "i",
    };

    /// <summary>The name for a method: itself, or with a word behind it.</summary>
    public static string Method(string name) => Methods.Contains(name) ? name + "Kernel" : ReservedNames.Method(name);

    /// <summary>Distinct names for the values of one kernel, in order.</summary>
    public static IReadOnlyDictionary<Graph.Node, string> Of(IEnumerable<Graph.Node> nodes)
    {
        var (names, unique) = (new Dictionary<Graph.Node, string>(), new UniqueNames([]));
        foreach (var node in nodes.Distinct())
        {
            var name = SimdContext.Local(node);
            name = Locals.Contains(name) ? name + "Layer" : name;
            names.Add(node, unique.Add(name, char.IsDigit(name[name.Length - 1]) ? "_" : ""));
        }

        return names;
    }
}
