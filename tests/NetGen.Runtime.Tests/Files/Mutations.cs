using System.Text;

namespace NetGen.Runtime.Tests.Files;

/// <summary>Damaged copies of a file, the same for the same seed.</summary>
internal static class Mutations
{
    private static readonly string[] Numbers = ["0", "-1", "1", "4294967296", "1099511627776", "9223372036854775807", "1e300", "null", "\"\"", "[]"];

    /// <summary>Bits flipped, bytes overwritten, inserted or removed, the end cut off or lengthened.</summary>
    /// <param name="file">The intact file.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="head">How many bytes at the start are hit most.</param>
    public static byte[] Damage(byte[] file, int seed, int head)
    {
        var random = new Random(seed);
        var bytes = file.ToList();
        int at = random.Next(random.Next(4) == 0 ? bytes.Count : Math.Min(head, bytes.Count));
        switch (seed % 6)
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(1 + random.Next(8), bytes.Count - at));
                break;
            case 3:
                bytes.InsertRange(at, Enumerable.Range(0, 1 + random.Next(8)).Select(_ => (byte)random.Next(256)));
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                bytes.AddRange(Enumerable.Range(0, 1 + random.Next(20)).Select(_ => (byte)random.Next(256)));
                break;
        }

        return [.. bytes];
    }

    /// <summary>One number of a safetensors header replaced, and the header's length put right.</summary>
    public static byte[] EditHeader(byte[] file, int seed)
    {
        var random = new Random(seed);
        int length = (int)BitConverter.ToUInt64(file);
        string header = Encoding.UTF8.GetString(file, 8, length);
        var numbers = System.Text.RegularExpressions.Regex.Matches(header, "(?<=[\\[,])[0-9]+");
        var number = numbers[random.Next(numbers.Count)];
        header = header[..number.Index] + Numbers[random.Next(Numbers.Length)] + header[(number.Index + number.Length)..];
        byte[] start = SafetensorsBytes.Of(header, 0);
        return [.. start, .. file.AsSpan(8 + length)];
    }
}
