using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Standard normal numbers for networks that draw them. The number of a feature is a function of (seed, stream, step, row, feature) alone: the quantile of word
/// <c>feature % 4</c> of Philox4x32-10 with the seed as key and the counter <c>(feature / 4, row, stream, ~step)</c>, which no dropout mask uses.
/// </summary>
internal static class NormalNumbers
{
    /// <summary>Writes one row of panels; lanes that pad the features to a multiple of 64 bytes become zero.</summary>
    public static void Row<T>(ref T first, nint panelStride, int features, ulong seed, uint stream, uint row, uint step)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var padded = Panels.RoundUp<T>(features);
        for (var feature = 0; feature < padded; feature += 4)
        {
            var words = Philox.Block((uint)feature / 4, row, stream, ~step, seed);
            ref var place = ref Unsafe.Add(ref first, (feature / Panels.Width<T>() * panelStride) + (feature % Panels.Width<T>()));
            for (var word = 0; word < 4; word++)
            {
                Unsafe.Add(ref place, word) = feature + word < features ? T.CreateTruncating(NormalQuantile.Of(Uniform(words[word]))) : T.Zero;
            }
        }
    }

    // The middle of one of 2³² intervals of (0, 1).
    private static double Uniform(uint word) => (word + 0.5) * (1.0 / 4294967296.0);
}
