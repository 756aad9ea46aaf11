namespace NetGen;

/// <summary>Whole numbers in the text of a PGM or PPM file, between spaces and comments from # to the end of a line.</summary>
internal ref struct PortableMapText(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> _rest = text;

    /// <summary>What has not been read.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    public static bool IsSpaceOrComment(byte value) => value == '#' || IsSpace(value);

    /// <summary>The next number.</summary>
    /// <param name="what">What it is, as a sentence begins.</param>
    /// <param name="most">The largest that is possible.</param>
    /// <exception cref="InvalidDataException">There is none, or it is larger.</exception>
    public int Number(string what, int most)
    {
        SkipSpace();
        long number = 0;
        int digits = 0;
        for (; digits < _rest.Length && char.IsAsciiDigit((char)_rest[digits]); digits++)
        {
            number = (number * 10) + (_rest[digits] - '0');
            if (number > most)
            {
                throw new InvalidDataException($"{what} is above {most}");
            }
        }

        if (digits == 0)
        {
            throw new InvalidDataException(_rest.IsEmpty ? $"it ends where {what} is expected; the file is truncated" : $"{what} is expected, but 0x{_rest[0]:x2} is no digit");
        }

        _rest = _rest[digits..];
        return (int)number;
    }

    /// <summary>The bytes after the single space that ends the header.</summary>
    /// <exception cref="InvalidDataException">There is no space.</exception>
    public readonly ReadOnlySpan<byte> RestAfterSpace() => !_rest.IsEmpty && IsSpace(_rest[0])
        ? _rest[1..]
        : throw new InvalidDataException(_rest.IsEmpty ? "it ends within its header; the file is truncated" : $"a space ends its header, but 0x{_rest[0]:x2} follows");

    private static bool IsSpace(byte value) => value is 9 or 10 or 11 or 12 or 13 or 32;

    private void SkipSpace()
    {
        while (!_rest.IsEmpty && IsSpaceOrComment(_rest[0]))
        {
            int end = _rest[0] == '#' ? _rest.IndexOfAny((byte)10, (byte)13) : 0;
            _rest = end < 0 ? [] : _rest[(end + 1)..];
        }
    }
}
