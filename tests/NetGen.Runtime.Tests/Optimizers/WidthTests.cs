using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetGen.Runtime;

namespace NetGen.Tests.Optimizers;

/// <summary>Every rule gives the same bits at every vector width.</summary>
public sealed class WidthTests
{
    private const int Count = 64;

    [Fact]
    public void Sgd_has_the_same_bits_at_every_width() => AssertSame(new SgdRule(0.1, 0.01, 0, 1, false));

    [Fact]
    public void Sgd_with_Nesterov_has_the_same_bits_at_every_width() => AssertSame(new SgdRule(0.1, 0.01, 0.9, 1, true));

    [Fact]
    public void Adam_has_the_same_bits_at_every_width() => AssertSame(new AdamRule<Off>(Constants()));

    [Fact]
    public void Adam_with_AMSGrad_has_the_same_bits_at_every_width() => AssertSame(new AdamRule<On>(Constants()));

    [Fact]
    public void RmsProp_has_the_same_bits_at_every_width() => AssertSame(new RmsPropRule(0.1, 0.9, 1e-8, 0.5, true, 0.01));

    [Fact]
    public void Adagrad_has_the_same_bits_at_every_width() => AssertSame(new AdagradRule(0.1, 0.01, 1e-10));

    [Fact]
    public void Lion_has_the_same_bits_at_every_width() => AssertSame(new LionRule(0.1, 0.9, 0.99, 0.999));

    private static AdamConstants Constants()
    {
        MomentCorrection correction = new(1, 1);
        correction.Advance(0.9, 0.999);
        return new AdamConstants(0.9, 0.999, 1e-8, 0.1, in correction) { Penalty = 0.01, Shrink = 0.99 };
    }

    private static void AssertSame<TRule>(TRule rule)
        where TRule : struct, IUpdateRule
    {
        AssertSame<TRule, float>(rule);
        AssertSame<TRule, double>(rule);
    }

    private static void AssertSame<TRule, T>(TRule rule)
        where TRule : struct, IUpdateRule
        where T : unmanaged, INumberBase<T>
    {
        T[] narrow = Run<TRule, Simd128<T>, Vector128<T>, T>(rule);
        if (Avx2.IsSupported)
        {
            Assert.Equal(narrow, Run<TRule, Simd256<T>, Vector256<T>, T>(rule));
        }

        if (Avx512F.IsSupported)
        {
            Assert.Equal(narrow, Run<TRule, Simd512<T>, Vector512<T>, T>(rule));
        }
    }

    /// <summary>Parameters and states after three steps.</summary>
    private static T[] Run<TRule, TSimd, TVector, T>(TRule rule)
        where TRule : struct, IUpdateRule
        where TSimd : struct, ISimd<TVector, T>
        where TVector : struct
        where T : unmanaged, INumberBase<T>
    {
        AlignedBuffer buffer = new(5 * Count * 8);
        Span<T> values = buffer.Span<T>(0, 5 * Count);
        Random random = new(1);
        foreach (ref T value in values)
        {
            value = T.CreateTruncating(random.NextDouble());
        }

        nint block = buffer.Address, bytes = Count * System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        for (int step = 0; step < 3; step++)
        {
            rule.Run<TSimd, TVector, T>(new UpdateChunk<T>(
                ref Memory.At<T>(block), ref Memory.At<T>(block + bytes), Count, block + (2 * bytes), block + (3 * bytes), block + (4 * bytes)));
        }

        return values.ToArray();
    }
}
