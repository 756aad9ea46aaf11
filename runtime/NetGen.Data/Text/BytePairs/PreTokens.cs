using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NetGen;

/// <summary>
/// GPT-2's cutting of a text into pieces that are never merged with each other: contractions, words, numbers and signs, each with the blank before it; further blanks
/// (<c>encoder.py</c>, Radford et al. 2019).
/// </summary>
internal static partial class PreTokens
{
    // .NET matches halves of surrogate pairs one by one, as neither letters nor digits. These stand for the pairs, so that what a character is decides.
    private const char Letter = '\u00AA';
    private const char Digit = '\u00B2';
    private const char Sign = '\u00A7';

    /// <summary>The pieces of a text, as places in it; together they are all of it.</summary>
    /// <param name="text">A valid text.</param>
    public static Regex.ValueMatchEnumerator Of(ReadOnlySpan<char> text) =>
        Pattern().EnumerateMatches(text.IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : WithoutPairs(text));

    [GeneratedRegex(@"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    private static char[] WithoutPairs(ReadOnlySpan<char> text)
    {
        char[] stand = text.ToArray();
        for (int at = 0; at < text.Length;)
        {
            int place = at;
            var rune = UnicodeText.Next(text, ref at);
            if (at - place == 2)
            {
                stand[place] = stand[place + 1] = Rune.GetUnicodeCategory(rune) switch
                {
                    <= UnicodeCategory.OtherLetter => Letter,
                    UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Digit,
                    _ => Sign,
                };
            }
        }

        return stand;
    }
}
