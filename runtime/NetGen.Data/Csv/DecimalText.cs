using System.Globalization;

namespace NetGen;

/// <summary>Numbers in text: what <see cref="double.Parse(ReadOnlySpan{byte}, IFormatProvider?)"/> makes of them, bit for bit, and sooner for short ones.</summary>
internal static class DecimalText
{
    // All powers of ten that a double holds exactly.
    private static readonly double[] Powers =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ];

    /// <summary>Reads a number; infinities and NaN count as numbers here, so that they can be named in a message.</summary>
    /// <param name="text">The field without white space around it.</param>
    /// <param name="decimalSeparator">A point or a comma.</param>
    /// <param name="value">The number.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, byte decimalSeparator, out double value)
    {
        int at = !text.IsEmpty && text[0] == '-' ? 1 : 0;
        ulong digits = 0;
        int fraction = -1, count = 0;
        for (; at < text.Length; at++)
        {
            uint digit = (uint)text[at] - '0';
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
                count++;
                fraction += fraction >= 0 ? 1 : 0;
            }
            else if (text[at] == decimalSeparator && fraction < 0)
            {
                fraction = 0;
            }
            else
            {
                return TryParseAny(text, decimalSeparator, out value);
            }
        }

        // Below 2^53 and divided by an exact power of ten: one rounding, the right one (Clinger, 1990).
        if (count is 0 or > 15)
        {
            return TryParseAny(text, decimalSeparator, out value);
        }

        double magnitude = fraction > 0 ? digits / Powers[fraction] : digits;
        value = text[0] == '-' ? -magnitude : magnitude;
        return true;
    }

    private static bool TryParseAny(ReadOnlySpan<byte> text, byte decimalSeparator, out double value)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

        // The parser of the base library takes zero bytes at the end for nothing.
        if (text.Length is 0 or > 400 || text.Contains((byte)0))
        {
            value = 0;
            return false;
        }

        if (decimalSeparator == '.' || !text.ContainsAny(decimalSeparator, (byte)'.'))
        {
            return double.TryParse(text, style, CultureInfo.InvariantCulture, out value);
        }

        Span<byte> copy = stackalloc byte[text.Length];
        text.CopyTo(copy);
        copy.Replace((byte)'.', (byte)'x');
        copy.Replace(decimalSeparator, (byte)'.');
        return double.TryParse(copy, style, CultureInfo.InvariantCulture, out value);
    }
}
