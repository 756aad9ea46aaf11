using System.Text;
using System.Text.RegularExpressions;

namespace NetGen.EndToEnd.Tests.Files;

/// <summary>Copies of a safetensors file that no reader may accept, a different one per seed.</summary>
internal static class DamagedFile
{
    private const int Kinds = 5;

    private static readonly string[] s_numbers = ["-1", "4294967296", "9223372036854775807", "1e300", "0.5", "null", "\"\"", "[]"];

    public static byte[] Of(byte[] intact, int seed)
    {
        var random = new Random(seed);
        var length = (int)BitConverter.ToUInt64(intact);
        var header = Encoding.UTF8.GetString(intact, 8, length);
        return (seed % Kinds) switch
        {
            0 => intact[..random.Next(intact.Length)],
            1 => [.. intact, .. new byte[1 + random.Next(64)]],
            2 => [.. BitConverter.GetBytes(random.NextInt64()), .. intact.AsSpan(8)],
            3 => WithHeader(intact, ReplaceOne(header, "(?<=[\\[,])[0-9]+(?=[,\\]])", s_numbers[random.Next(s_numbers.Length)], random)),
            _ => WithHeader(intact, ReplaceOne(header, "dense[12]|shape|dtype|data_offsets|F32|[{}\\[\\]:]", "x", random)),
        };
    }

    private static string ReplaceOne(string header, string pattern, string replacement, Random random)
    {
        var found = Regex.Matches(header, pattern);
        var match = found[random.Next(found.Count)];
        return header[..match.Index] + replacement + header[(match.Index + match.Length)..];
    }

    private static byte[] WithHeader(byte[] intact, string header)
    {
        var bytes = Encoding.UTF8.GetBytes(header);
        return [.. BitConverter.GetBytes((ulong)bytes.Length), .. bytes, .. intact.AsSpan(8 + (int)BitConverter.ToUInt64(intact))];
    }
}
