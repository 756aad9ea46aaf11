#if NETGEN_COMPILER
namespace NetGen.Compiler;
#else
namespace NetGen;
#endif

/// <summary>
/// The precision in which a device multiplies the operands of matrix products of single precision, in layers of at least 32 inputs and outputs, forward and backward.
/// Parameters, activations, gradients and all sums stay <see cref="float"/>. PyTorch: <c>torch.set_float32_matmul_precision</c>.
/// </summary>
public enum ProductPrecision
{
    /// <summary>Operands as they are: 24 bits of mantissa. PyTorch: <c>"highest"</c>.</summary>
    Single = 0,

    /// <summary>
    /// Operands rounded to TF32, the exponent of <see cref="float"/> with 10 stored bits of mantissa: relative errors up to 2⁻¹¹ each. PyTorch: <c>"high"</c>, or
    /// <c>torch.backends.cuda.matmul.allow_tf32</c>.
    /// </summary>
    TensorFloat32 = 1,

    /// <summary>
    /// Operands rounded to bfloat16, the exponent of <see cref="float"/> with 7 stored bits of mantissa: relative errors up to 2⁻⁸ each. PyTorch: <c>"medium"</c>;
    /// <c>torch.autocast</c> stores activations in it too, which this does not.
    /// </summary>
    BFloat16 = 2,
}
