using System.Text;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>
/// The vector mathematics that kernels call, printed as static methods. Each function is defined once, in
/// <see cref="Approximations"/>, for all targets and both precisions.
/// </summary>
public static class SimdMath
{
    /// <summary>
    /// The text of the methods: <c>Exp(Vector512&lt;float&gt; x)</c> and so on, overloads by vector type, to be put into
    /// any class. They are inlined and call nothing but intrinsics, apart from rare cases of sine and cosine. Needs the namespaces
    /// System.Runtime.CompilerServices, System.Runtime.Intrinsics and System.Runtime.Intrinsics.X86.
    /// </summary>
    public static string Emit(SimdTarget target, Precision precision, IEnumerable<Function> used) => Emit(SimdOperations.For(target, precision), used);

    /// <inheritdoc cref="Emit(SimdTarget, Precision, IEnumerable{Function})"/>
    public static string Emit(SimdOperations operations, IEnumerable<Function> used) =>
        string.Join("\n", new SortedSet<Function>(used).Select(f => EmitMethod(operations, f)));

    private static string EmitMethod(SimdOperations operations, Function function)
    {
        var method = new MathMethod(operations);
        var definition = Approximations.Define(function, method);
        var type = operations.VectorType;
        var text = new StringBuilder();
        foreach (var line in definition.Comment.Split('\n'))
        {
            text.Append("// ").Append(line).Append('\n');
        }

        text.Append("[MethodImpl(MethodImplOptions.AggressiveInlining)]\n");
        text.Append($"internal static {type} {function}({type} x{(function == Function.Pow ? $", {type} y" : "")})\n{{\n");
        foreach (var line in method.Body.TrimEnd('\n').Split('\n'))
        {
            text.Append("    ").Append(line).Append('\n');
        }

        return text.Append("}\n").Append(definition.Companion).ToString();
    }
}
