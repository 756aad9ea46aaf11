using System.Globalization;
using System.Text;
using Spectre.Console;

namespace NetGen;

/// <summary>
/// Text in columns of the terminal, where a letter of Chinese or Japanese takes two. Names come from users and files: what would move the cursor or start a
/// control sequence is replaced.
/// </summary>
internal static class CellText
{
    private const char Unprintable = '\uFFFD';

    /// <summary>The text without control characters, line breaks and halves of surrogate pairs.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(IsPrintable(rune) ? rune.ToString() : Unprintable.ToString());
        }

        return clean.ToString();
    }

    public static int Width(string text) => text.GetCellWidth();

    /// <summary>Cut where it is too wide, with an ellipsis for what is missing; exactly <paramref name="width"/> columns otherwise filled with spaces.</summary>
    public static string PadRight(string text, int width)
    {
        var fit = Fit(text, width);
        return fit + new string(' ', width - Width(fit));
    }

    public static string PadLeft(string text, int width)
    {
        var fit = Fit(text, width);
        return new string(' ', width - Width(fit)) + fit;
    }

    /// <summary>The text, cut with an ellipsis (a full stop, which every terminal has) if it takes more columns than there are.</summary>
    public static string Fit(string text, int width)
    {
        if (Width(text) <= width)
        {
            return text;
        }

        var fit = new StringBuilder();
        var used = 0;
        foreach (var element in Elements(text))
        {
            var needs = Width(element);
            if (used + needs > width - 1)
            {
                break;
            }

            fit.Append(element);
            used += needs;
        }

        return width < 1 ? "" : fit.Append('.').ToString();
    }

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }

    private static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);
}
