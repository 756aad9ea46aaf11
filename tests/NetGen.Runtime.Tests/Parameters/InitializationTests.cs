using NetGen.Runtime;

namespace NetGen.Tests.Parameters;

public sealed class InitializationTests
{
    /// <summary>The expected bits come from an implementation in another language.</summary>
    [Theory]
    [InlineData(Initializer.Default, GoldenBits.GlorotUniform)]
    [InlineData(Initializer.HeUniform, GoldenBits.HeUniform)]
    [InlineData(Initializer.HeNormal, GoldenBits.HeNormal)]
    [InlineData(Initializer.GlorotUniform, GoldenBits.GlorotUniform)]
    [InlineData(Initializer.GlorotNormal, GoldenBits.GlorotNormal)]
    [InlineData(Initializer.LeCunUniform, GoldenBits.LeCunUniform)]
    [InlineData(Initializer.LeCunNormal, GoldenBits.LeCunNormal)]
    [InlineData(Initializer.Uniform, GoldenBits.Uniform)]
    [InlineData(Initializer.Normal, GoldenBits.Normal)]
    [InlineData(Initializer.Zeros, GoldenBits.Zeros)]
    [InlineData(Initializer.Ones, GoldenBits.Ones)]
    public void Values_have_the_same_bits_on_every_machine(Initializer initializer, string expected)
    {
        float[] singles = Draw<float>(initializer);
        double[] doubles = Draw<double>(initializer);
        ulong sum = 0;
        foreach (double value in doubles)
        {
            sum = (sum * 31) + BitConverter.DoubleToUInt64Bits(value);
        }

        string found = string.Join(' ', singles.Take(3).Select(value => $"{BitConverter.SingleToUInt32Bits(value):x8}").Append($"{sum:x16}"));
        Assert.True(expected == found, $"{initializer}: expected {expected}, found {found}");
        Assert.Equal(doubles.Select(value => (float)value), singles);
    }

    [Theory]
    [InlineData(Initializer.HeUniform, 2.0 / 20)]
    [InlineData(Initializer.HeNormal, 2.0 / 20)]
    [InlineData(Initializer.GlorotUniform, 2.0 / 70)]
    [InlineData(Initializer.GlorotNormal, 2.0 / 70)]
    [InlineData(Initializer.LeCunUniform, 1.0 / 20)]
    [InlineData(Initializer.LeCunNormal, 1.0 / 20)]
    [InlineData(Initializer.Uniform, 0.0025 / 3)]
    [InlineData(Initializer.Normal, 0.0004)]
    public void Mean_and_variance_are_those_of_the_distribution(Initializer initializer, double variance)
    {
        double[] values = Draw<double>(initializer, 100_000);
        double mean = values.Average();
        double found = values.Sum(value => (value - mean) * (value - mean)) / values.Length;

        Assert.InRange(mean / Math.Sqrt(variance), -0.016, 0.016);
        Assert.InRange(found / variance, 0.976, 1.024);
    }

    [Fact]
    public void A_gain_scales_the_spread()
    {
        double[] once = Draw<double>(Initializer.GlorotUniform), twice = Draw<double>(Initializer.GlorotUniform, gain: 2);

        Assert.Equal(once.Select(value => 2 * value), twice);
    }

    [Fact]
    public void Parameters_and_seeds_have_numbers_of_their_own()
    {
        double[] values = Draw<double>(Initializer.Normal);

        Assert.NotEqual(values, Draw<double>(Initializer.Normal, ordinal: 1));
        Assert.NotEqual(values, Draw<double>(Initializer.Normal, seed: 43));
        Assert.NotEqual(values, Draw<double>(Initializer.Normal, seed: 42 | (1UL << 32)));
    }

    [Fact]
    public void The_default_of_a_vector_is_zeros()
    {
        ParameterLayout bias = new("b", [4], ParameterKind.Vector, 0, 0, 16, -1, Initializer.Default, 4, 4, 1, false);
        float[] values = [1, 1, 1, 1];
        Initialization.Fill<float>(bias, 0, 42, values);

        Assert.Equal(new float[4], values);
    }

    private static T[] Draw<T>(Initializer initializer, int count = 1000, int ordinal = 2, ulong seed = 42, double gain = 1)
        where T : unmanaged, System.Numerics.INumberBase<T>
    {
        ParameterLayout layout = new("w", [count], ParameterKind.Matrix, 0, 0, 0, -1, initializer, 20, 50, gain, false);
        T[] values = new T[count];
        Initialization.Fill<T>(layout, ordinal, seed, values);
        return values;
    }
}
