using System.Text;

namespace NetGen;

/// <summary>Texts in files: read strictly, written whole or not at all.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static byte[] Bytes(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return File.Exists(path) ? File.ReadAllBytes(path) : throw new FileNotFoundException($"The file '{path}' does not exist.", path);
    }

    /// <summary>The text of a file in UTF-8, without its byte order mark.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">Its bytes are no UTF-8; the message names the line.</exception>
    public static string Read(string path)
    {
        ReadOnlySpan<byte> bytes = Bytes(path);
        return Decode(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes, path);
    }

    public static void Write(string path, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, Strict.GetBytes(text), static (file, bytes) => file.Write(bytes));
    }

    private static string Decode(ReadOnlySpan<byte> bytes, string path)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException invalid)
        {
            int line = bytes[..Math.Clamp(invalid.Index, 0, bytes.Length)].Count((byte)'\n') + 1;
            throw new InvalidDataException($"'{path}', line {line}: the bytes are no UTF-8. Convert the file to UTF-8.", invalid);
        }
    }
}
