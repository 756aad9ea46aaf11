using NetGen.Runtime;

namespace NetGen.Tests.Parameters;

/// <summary>Small storages as generated code would make them.</summary>
internal static class Storages
{
    /// <summary>One vector, starting at zeros.</summary>
    public static ParameterStorage<T> Vector<T>(int length, string network = "Net")
        where T : unmanaged =>
        new(network, [new("v.bias", [length], ParameterKind.Vector, 0, 0, Panels.RoundUp<T>(length), -1, Initializer.Zeros, 1, 1, 1, false)], 0);

    /// <summary>A stack of dense layers with biases; every weight but the first has a transposed copy.</summary>
    public static ParameterStorage<T> Stack<T>(ulong seed, params int[] widths)
        where T : unmanaged => new("Net", Layouts<T>(widths), seed);

    public static ParameterLayout[] Layouts<T>(params int[] widths)
        where T : unmanaged
    {
        List<ParameterLayout> layouts = [];
        int file = 0, kernel = 0, transposed = 0;
        for (int layer = 1; layer < widths.Length; layer++)
        {
            int k = widths[layer - 1], n = widths[layer];
            int length = Panels.WeightLength<T>(n, k);
            layouts.Add(new(
                $"dense{layer}.weight", [n, k], ParameterKind.Matrix, file, kernel, length, layer == 1 ? -1 : transposed, Initializer.HeUniform, k, n, 1, false));
            file += n * k;
            kernel += length;
            transposed += layer == 1 ? 0 : Panels.WeightLength<T>(k, n);
            length = Panels.RoundUp<T>(n);
            layouts.Add(new($"dense{layer}.bias", [n], ParameterKind.Vector, file, kernel, length, -1, Initializer.Zeros, k, n, 1, false));
            file += n;
            kernel += length;
        }

        return [.. layouts];
    }
}
