using System.Runtime.Intrinsics.X86;
using NetGen.Compiler.Emission.Simd;
using NetGen.Compiler.Scalars;

namespace NetGen.Accuracy;

/// <summary>What this machine can run of what the generator prints.</summary>
internal static class Targets
{
    public static IReadOnlyList<SimdTarget> Supported { get; } =
    [
        .. Enum.GetValues<SimdTarget>().Where(t => t switch
        {
            SimdTarget.Vector512 => Avx512F.IsSupported,
            SimdTarget.Vector256 => Avx2.IsSupported && Fma.IsSupported,
            _ => true,
        }),
    ];

    /// <summary>A program with every function of the vector mathematics, by name.</summary>
    public static VectorProgram Compile(SimdTarget target, bool isDouble) =>
        VectorProgram.Compile(target, isDouble, Enum.GetValues<Function>().ToDictionary(f => f.ToString(), Call));

    private static Expr Call(Function function) => function == Function.Pow
        ? Scalar.Pow(Scalar.X, Scalar.Variable(1))
        : Scalar.Apply(Enum.Parse<UnaryOp>(function.ToString()), Scalar.X);
}
