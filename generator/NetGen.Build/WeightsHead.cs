using System.Globalization;
using System.Text;
using NetGen.Compiler;

namespace NetGen.Build;

/// <summary>Reads a file of compiled weights: its head, and all of it for the checksum (<see cref="CompiledFormat"/>).</summary>
internal static class WeightsHead
{
    /// <summary>Longer texts, such as a preparation's table, are nothing that a manifest needs, but they stand before nothing else.</summary>
    private const int LongestTexts = 1 << 24;

    /// <summary>The lines of a manifest: <c>format</c>, <c>hash</c>, <c>network</c> and <c>version</c> with a value each, or <c>damaged</c> with the reason.</summary>
    public static string Describe(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var head = new byte[CompiledFormat.HeadLength];
        if (!Fill(file, head) || Number(head, 0, 8) != CompiledFormat.Magic)
        {
            return "damaged it is not a file of compiled weights\n";
        }

        var format = Number(head, CompiledFormat.VersionAt, 4);
        var lines = "format " + format.ToString(CultureInfo.InvariantCulture) + "\n";
        if (format != CompiledFormat.Version)
        {
            return lines;
        }

        var (length, size) = (Number(head, CompiledFormat.TextLengthAt, 4), Number(head, CompiledFormat.ValueSizeAt, 4));
        var expected = CompiledFormat.BlockAt((int)Math.Min(length, LongestTexts)) + (decimal)Number(head, CompiledFormat.ValuesAt, 8) * size + (8m * Number(head, CompiledFormat.CountersAt, 4));
        if (length > LongestTexts || expected != file.Length)
        {
            return "damaged it has " + file.Length.ToString(CultureInfo.InvariantCulture) + " bytes, " + expected.ToString(CultureInfo.InvariantCulture) + " are what its head asks for\n";
        }

        lines += "hash " + string.Concat(head.Skip(CompiledFormat.HashAt).Take(CompiledFormat.HashLength).Select(value => value.ToString("x2", CultureInfo.InvariantCulture))) + "\n";
        var texts = new byte[length];
        if (!Fill(file, texts))
        {
            return "damaged it ends early\n";
        }

        file.Position = CompiledFormat.HeadLength;
        return WeightsChecksum.Of(file) == Number(head, CompiledFormat.ChecksumAt, 4)
            ? lines + Named(texts, "netgen.network", "network") + Named(texts, "netgen.version", "version")
            : "damaged its bytes are not those that were written: the checksum differs\n";
    }

    /// <summary>A line with the text of a key; nothing where there is none.</summary>
    private static string Named(byte[] texts, string key, string name)
    {
        for (var at = 0; at < texts.Length;)
        {
            var (found, value) = (Take(texts, ref at), Take(texts, ref at));
            if (found == key)
            {
                return name + " " + value + "\n";
            }
        }

        return "";
    }

    private static string Take(byte[] texts, ref int at)
    {
        var (start, length) = (at + 4, (int)Number(texts, at, 4));
        if (start > texts.Length || length < 0 || length > texts.Length - start)
        {
            at = texts.Length;
            return "";
        }

        at = start + length;
        return Encoding.UTF8.GetString(texts, start, length);
    }

    private static ulong Number(byte[] bytes, int at, int length)
    {
        var number = 0UL;
        for (var i = Math.Min(length, bytes.Length - at) - 1; i >= 0; i--)
        {
            number = (number << 8) | bytes[at + i];
        }

        return number;
    }

    private static bool Fill(Stream file, byte[] bytes)
    {
        var filled = 0;
        for (int read; filled < bytes.Length && (read = file.Read(bytes, filled, bytes.Length - filled)) > 0;)
        {
            filled += read;
        }

        return filled == bytes.Length;
    }
}
