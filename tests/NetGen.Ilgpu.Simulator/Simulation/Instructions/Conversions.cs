namespace ILGPU.Simulation.Instructions;

/// <summary>The conversions of the PTX ISA ("Data movement and conversion: cvt") that kernels use.</summary>
internal static class Conversions
{
    public static Func<float, uint>? Find(string asm) => asm == "cvt.rna.tf32.f32 %0, %1;" ? ToTensorFloat : null;

    public static Func<float, float, uint>? FindPair(string asm) => asm == "cvt.rn.bf16x2.f32 %0, %1, %2;" ? ToBFloatPair : null;

    /// <summary>To the nearest value of 10 stored bits of mantissa, halves away from zero; the lower 13 bits of the register are zero.</summary>
    public static uint ToTensorFloat(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return float.IsFinite(value) ? (bits + 0x1000u) & ~0x1FFFu : bits & ~0x1FFFu | (float.IsNaN(value) ? 0x400000u : 0);
    }

    /// <summary>The first operand in the upper half, the second in the lower one.</summary>
    public static uint ToBFloatPair(float high, float low) => (ToBFloat(high) << 16) | ToBFloat(low);

    /// <summary>What tensor cores make of a register that is read as TF32: the lower 13 bits do not count.</summary>
    public static float FromTensorFloat(uint register) => BitConverter.UInt32BitsToSingle(register & ~0x1FFFu);

    public static float FromBFloat(uint bits) => BitConverter.UInt32BitsToSingle(bits << 16);

    /// <summary>To the nearest value of 7 stored bits of mantissa, halves to even.</summary>
    private static uint ToBFloat(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return float.IsNaN(value) ? 0x7FFFu : (bits + 0x7FFFu + ((bits >> 16) & 1)) >> 16;
    }
}
