using System.Collections.Concurrent;
using System.Runtime.Intrinsics.X86;
using NetGen.Compiler.Emission.Simd;
using NetGen.Compiler.Scalars;

namespace NetGen.Accuracy;

/// <summary>What this machine can run of what the generator prints.</summary>
internal static class Targets
{
    private static readonly ConcurrentDictionary<(SimdTarget Target, bool IsDouble), VectorProgram> Programs = new();

    public static IReadOnlyList<SimdTarget> Supported { get; } =
    [
        .. Enum.GetValues<SimdTarget>().Where(t => t switch
        {
            SimdTarget.Vector512 => Avx512F.IsSupported,
            SimdTarget.Vector256 => Avx2.IsSupported && Fma.IsSupported,
            _ => true,
        }),
    ];

    /// <summary>A program with every function of the vector mathematics, by name; compiled once.</summary>
    public static VectorProgram Compile(SimdTarget target, bool isDouble) => Programs.GetOrAdd(
        (target, isDouble), key => VectorProgram.Compile(key.Target, key.IsDouble, Enum.GetValues<Function>().ToDictionary(f => f.ToString(), Call)));

    private static Expr Call(Function function) => function == Function.Pow
        ? Scalar.Pow(Scalar.X, Scalar.Variable(1))
        : Scalar.Apply(Enum.Parse<UnaryOp>(function.ToString()), Scalar.X);
}
