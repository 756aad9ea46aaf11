using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace NetGen;

/// <summary>Tells sets in memory apart by their sizes and some of their samples: enough to notice that a training was resumed with other data, and cheap for any size.</summary>
internal static class SetFingerprint
{
    private const int MostSamples = 512;

    public static string Of<TInput, TTarget>(Dataset<TInput, TTarget> data)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        int samples = Math.Min(MostSamples, data.Count);
        for (int i = 0; i < samples; i++)
        {
            int sample = (int)((long)i * (data.Count - 1) / Math.Max(1, samples - 1));
            hash.AppendData(MemoryMarshal.AsBytes(data.Input(sample)));
            hash.AppendData(MemoryMarshal.AsBytes(data.Target(sample)));
        }

        return $"{data.Count} × {Shapes.Format(data.InputShape)} -> {data.TargetSize}, {Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8))}";
    }
}
