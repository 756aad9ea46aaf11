using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>Reductions across the lanes of a vector, as emitted methods that give the result in every lane.</summary>
internal static class Horizontal
{
    /// <param name="context">The target.</param>
    /// <param name="kind">Sum or maximum.</param>
    /// <param name="lanes">How many lanes belong to a row; a row may repeat in the vector.</param>
    public static string Method(SimdContext context, Reduction kind, int lanes)
    {
        var span = 1;
        while (span < lanes)
        {
            span *= 2;
        }

        var name = (kind == Reduction.Sum ? "SumOf" : "MaxOf") + (span == context.Lanes ? "" : Inv($"{span}"));
        return context.Method(name, printed => Print(context, kind, printed, span));
    }

    // Halves of a row are folded onto each other until one value is left in all lanes: a fixed order, so that results repeat.
    private static string Print(SimdContext context, Reduction kind, string name, int lanes)
    {
        var writer = new SourceWriter();
        string Fold(string vector, string left, string right) => kind == Reduction.Sum ? $"{left} + {right}" : $"{vector}.MaxNative({left}, {right})";
        writer.Line($"/// <summary>The {(kind == Reduction.Sum ? "sum" : "largest")} of {(lanes == context.Lanes ? "all lanes" : Inv($"every {lanes} lanes"))}, in each of them.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"private static {context.Target.Vector} {name}({context.Target.Vector} x)"))
        {
            if (lanes == 1)
            {
                writer.Line("return x;");
            }

            for (var distance = lanes / 2; distance > 0; distance /= 2)
            {
                var swapped = Swap(context, distance);
                writer.Line(distance == 1 ? $"return {Fold(context.V, "x", swapped)};" : $"x = {Fold(context.V, "x", swapped)};");
            }
        }

        return writer.ToString();
    }

    /// <summary>The lanes exchanged with those <paramref name="distance"/> away. Within 128 bits that is one cheap instruction.</summary>
    private static string Swap(SimdContext context, int distance)
    {
        var (v, isFloat) = (context.V, context.T == "float");
        var bits = distance * (isFloat ? 32 : 64);
        if (v == "Vector512" && bits >= 128)
        {
            // Four quarters as in 2, 3, 0, 1 (by halves) or 1, 0, 3, 2 (by quarters).
            var control = bits == 256 ? "0b01_00_11_10" : "0b10_11_00_01";
            return isFloat ? $"Avx512F.Shuffle4x128(x, x, {control})" : $"Avx512F.Shuffle4x128(x, x, {control})";
        }

        if (v == "Vector256" && bits == 128)
        {
            return "Avx.Permute2x128(x, x, 1)";
        }

        if (!isFloat)
        {
            return v switch
            {
                "Vector512" => "Avx512F.Permute2x64(x, 0b01_01_01_01)",
                "Vector256" => "Avx.Permute(x, 0b0101)",
                _ => "Vector128.Shuffle(x, Vector128.Create(1L, 0L))",
            };
        }

        var order = bits == 64 ? "0b01_00_11_10" : "0b10_11_00_01";
        return v switch
        {
            "Vector512" => $"Avx512F.Permute4x32(x, {order})",
            "Vector256" => $"Avx.Permute(x, {order})",
            _ => $"Vector128.Shuffle(x, Vector128.Create({(bits == 64 ? "2, 3, 0, 1" : "1, 0, 3, 2")}))",
        };
    }
}
