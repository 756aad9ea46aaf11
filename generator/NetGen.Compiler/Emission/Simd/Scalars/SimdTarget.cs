namespace NetGen.Compiler.Emission.Simd;

/// <summary>The vector form that a kernel is printed in; one kernel per form, chosen at run time by the JIT.</summary>
public enum SimdTarget
{
    /// <summary>512 bits, AVX-512F intrinsics; guarded by <c>Avx512F.IsSupported</c>.</summary>
    Vector512,

    /// <summary>256 bits, AVX2 and FMA; guarded by <c>Avx2.IsSupported &amp;&amp; Fma.IsSupported</c>.</summary>
    Vector256,

    /// <summary>128 bits, portable: SSE on x64, AdvSimd on Arm64; needs no guard.</summary>
    Vector128,
}
