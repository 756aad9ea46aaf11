using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>Texts as sequences of code points.</summary>
internal static class UnicodeText
{
    /// <summary>The code point at a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The place; moved behind it.</param>
    /// <exception cref="ArgumentException">There is half of a surrogate pair.</exception>
    public static Rune Next(ReadOnlySpan<char> text, ref int at)
    {
        if (char.IsSurrogate(text[at]) && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])))
        {
            throw new ArgumentException($"At position {at} the text has half of a surrogate pair (U+{(int)text[at]:X4}), which is no character.", nameof(text));
        }

        _ = Rune.DecodeFromUtf16(text[at..], out var rune, out int length);
        at += length;
        return rune;
    }

    /// <exception cref="ArgumentException">There is half of a surrogate pair.</exception>
    public static void Require(ReadOnlySpan<char> text)
    {
        for (int at = text.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0 && at < text.Length;)
        {
            _ = Next(text, ref at);
            int next = text[at..].IndexOfAnyInRange('\uD800', '\uDFFF');
            at = next < 0 ? text.Length : at + next;
        }
    }

    /// <summary>A code point as messages show it: what it looks like, unless it is invisible, and its number.</summary>
    public static string Describe(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.NonSpacingMark
        ? $"U+{rune.Value:X4}"
        : $"'{rune}' (U+{rune.Value:X4})";
}
