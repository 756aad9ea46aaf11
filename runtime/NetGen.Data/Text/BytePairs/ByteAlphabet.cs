namespace NetGen;

/// <summary>
/// GPT-2's alphabet of bytes, so that tokens can stand in text files: bytes that are visible characters of Latin-1 stand for themselves, the others, in their
/// order, for U+0100, U+0101, … (<c>bytes_to_unicode</c> of OpenAI's <c>encoder.py</c>; a blank is Ġ).
/// </summary>
internal static class ByteAlphabet
{
    private static readonly char[] Characters = Make();

    private static readonly Dictionary<char, byte> Bytes = Enumerable.Range(0, 256).ToDictionary(value => Characters[value], value => (byte)value);

    /// <summary>Bytes in the order of GPT-2's first 256 ids: the visible ones, then the others.</summary>
    public static IReadOnlyList<byte> Order { get; } = [.. Enumerable.Range(0, 256).Select(value => (byte)value).OrderBy(value => Characters[value])];

    public static char Character(byte value) => Characters[value];

    /// <summary>The bytes of a token; null: it has a character that is none of the alphabet.</summary>
    public static byte[]? Decode(string token)
    {
        byte[] bytes = new byte[token.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            if (!Bytes.TryGetValue(token[i], out bytes[i]))
            {
                return null;
            }
        }

        return bytes;
    }

    private static char[] Make()
    {
        char[] characters = new char[256];
        char next = '\u0100';
        for (int value = 0; value < 256; value++)
        {
            characters[value] = value is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or >= 0xAE ? (char)value : next++;
        }

        return characters;
    }
}
