namespace NetGen.Runtime.Tests.Datasets.Cifar;

/// <summary>Files of CIFAR's binary format whose every pixel is known.</summary>
internal static class CifarFiles
{
    public const int Pixels = 3 * 32 * 32;

    public static byte Pixel(int record, int pixel) => (byte)((pixel * 7) + (record * 13) + (pixel / 1024 * 50));

    /// <summary>A record for each entry: its label bytes.</summary>
    public static byte[] Bytes(params byte[][] labels)
    {
        var bytes = new List<byte>();
        for (int record = 0; record < labels.Length; record++)
        {
            bytes.AddRange(labels[record]);
            bytes.AddRange(Enumerable.Range(0, Pixels).Select(pixel => Pixel(record, pixel)));
        }

        return [.. bytes];
    }
}
