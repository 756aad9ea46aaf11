using System.Numerics;

namespace NetGen.Runtime;

/// <summary>
/// Draws initial values. Value i of parameter p is a function of (seed, p, i) alone: word i mod 4 of Philox4x32-10 with the seed as key and the counter
/// (i div 4, p, 0xB0B, 0). The arithmetic is IEEE + - * / and square root in double, without fused multiply-add and without a mathematical
/// library, rounded to T at the end; hence the same bits on every machine.
/// </summary>
internal static class Initialization
{
    /// <summary>The third counter word: keeps these numbers apart from those of dropout masks under the same key.</summary>
    private const uint Stream = 0xB0B;

    /// <summary>Fills a parameter in file order.</summary>
    /// <param name="layout">What to draw.</param>
    /// <param name="ordinal">The position of the parameter in its network.</param>
    /// <param name="seed">The seed of the network.</param>
    /// <param name="values">The values, overwritten.</param>
    public static void Fill<T>(ParameterLayout layout, int ordinal, ulong seed, Span<T> values)
        where T : unmanaged, INumberBase<T>
    {
        (Distribution distribution, double scale) = Resolve(layout);
        if (distribution == Distribution.Constant)
        {
            values.Fill(T.CreateTruncating(scale));
            return;
        }

        for (int index = 0; index < values.Length; index += 4)
        {
            PhiloxBlock words = Philox.Block((uint)(index / 4), (uint)ordinal, Stream, 0, seed);
            int count = Math.Min(4, values.Length - index);
            for (int word = 0; word < count; word++)
            {
                double uniform = Uniform(words[word]);
                double value = distribution == Distribution.Uniform ? (2 * uniform) - 1 : NormalQuantile.Of(uniform);
                values[index + word] = T.CreateTruncating(scale * value);
            }
        }
    }

    /// <summary>The middle of one of 2²⁴ equal parts of (0, 1): exact in double, never 0 or 1.</summary>
    private static double Uniform(uint word) => ((word >> 8) + 0.5) * (1.0 / (1 << 24));

    /// <summary>The distribution and its half-width, standard deviation or value.</summary>
    private static (Distribution Distribution, double Scale) Resolve(ParameterLayout layout)
    {
        double fanIn = layout.FanIn, fans = (double)layout.FanIn + layout.FanOut, gain = layout.Gain;
        bool matrix = layout.Kind == ParameterKind.Matrix || layout.Shape.Length > 2;
        return layout.Init switch
        {
            Initializer.Default when !matrix => (Distribution.Constant, 0),
            Initializer.Default or Initializer.GlorotUniform => (Distribution.Uniform, gain * Math.Sqrt(6 / fans)),
            Initializer.GlorotNormal => (Distribution.Normal, gain * Math.Sqrt(2 / fans)),
            Initializer.HeUniform => (Distribution.Uniform, gain * Math.Sqrt(6 / fanIn)),
            Initializer.HeNormal => (Distribution.Normal, gain * Math.Sqrt(2 / fanIn)),
            Initializer.LeCunUniform => (Distribution.Uniform, gain * Math.Sqrt(3 / fanIn)),
            Initializer.LeCunNormal => (Distribution.Normal, gain * Math.Sqrt(1 / fanIn)),
            Initializer.Uniform => (Distribution.Uniform, gain * 0.05),
            Initializer.Normal => (Distribution.Normal, gain * 0.02),
            Initializer.Zeros => (Distribution.Constant, 0),
            Initializer.Ones => (Distribution.Constant, gain),
            _ => throw new ArgumentException($"Parameter '{layout.Name}' has an unknown initialiser, {(int)layout.Init}.", nameof(layout)),
        };
    }

    private enum Distribution
    {
        Constant,
        Uniform,
        Normal,
    }
}
