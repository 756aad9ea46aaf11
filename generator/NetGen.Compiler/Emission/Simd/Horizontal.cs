using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>Reductions across the lanes of a vector, as emitted methods that give the result in every lane.</summary>
internal static class Horizontal
{
    public static string Method(SimdContext context, Reduction kind)
    {
        var name = kind == Reduction.Sum ? "SumOf" : "MaxOf";
        return context.Method(name, _ => Print(context, kind, name));
    }

    // Halves are folded onto each other until one lane is left: a fixed order, so that results repeat.
    private static string Print(SimdContext context, Reduction kind, string name)
    {
        var (writer, scalar) = (new SourceWriter(), context.T);
        string Fold(string vector, string left, string right) => kind == Reduction.Sum ? $"{left} + {right}" : $"{vector}.MaxNative({left}, {right})";
        writer.Line($"/// <summary>The {(kind == Reduction.Sum ? "sum" : "largest")} of all lanes, in every lane.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"private static {context.Target.Vector} {name}({context.Target.Vector} x)"))
        {
            var quarter = "x";
            if (context.V == "Vector512")
            {
                writer.Line($"var half = {Fold("Vector256", "x.GetLower()", "x.GetUpper()")};");
                quarter = "half";
            }

            if (context.V != "Vector128")
            {
                writer.Line($"var quarter = {Fold("Vector128", quarter + ".GetLower()", quarter + ".GetUpper()")};");
                quarter = "quarter";
            }

            if (scalar == "float")
            {
                writer.Line($"var pair = {Fold("Vector128", quarter, $"Vector128.Shuffle({quarter}, Vector128.Create(2, 3, 0, 1))")};");
                writer.Line($"return {context.V}.Create(({Fold("Vector128", "pair", "Vector128.Shuffle(pair, Vector128.Create(1, 0, 3, 2))")}).ToScalar());");
            }
            else
            {
                writer.Line($"return {context.V}.Create(({Fold("Vector128", quarter, $"Vector128.Shuffle({quarter}, Vector128.Create(1L, 0L))")}).ToScalar());");
            }
        }

        return writer.ToString();
    }
}
