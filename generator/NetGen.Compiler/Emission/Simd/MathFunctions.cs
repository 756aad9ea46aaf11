using NetGen.Compiler.Emission.Simd.MatMul;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>Prints expressions for one instruction set and remembers which mathematical functions they call.</summary>
internal sealed class MathFunctions(InstructionSet set, Precision precision)
{
    private readonly SortedSet<Function> _used = [];

    private SimdTarget Target => set switch
    {
        InstructionSet.Avx512 => SimdTarget.Vector512,
        InstructionSet.Avx2 => SimdTarget.Vector256,
        _ => SimdTarget.Vector128,
    };

    /// <summary>The roots as statements and results over the given locals.</summary>
    public SimdCode Write(IReadOnlyList<Expr> roots, IReadOnlyList<string> variables, string prefix)
    {
        var code = SimdExpressionWriter.Write(Target, precision, roots, variables, prefix);
        _used.UnionWith(code.Used);
        return code;
    }

    /// <summary>The methods behind the functions that were called so far.</summary>
    public IEnumerable<string> Methods() => _used.Count == 0 ? [] : [SimdMath.Emit(Target, precision, _used)];
}
