using System.Globalization;
using System.Text;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Serialization;

/// <summary>The words of a line: plain ones, numbers, quoted texts, and expressions in braces.</summary>
internal static class Words
{
    public static string Of(double number) =>
        double.IsNaN(number) ? "NaN" : double.IsInfinity(number) ? number > 0 ? "Infinity" : "-Infinity" : NumberText.Shortest(number);

    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            if (character is '"' or '\\')
            {
                quoted.Append('\\').Append(character);
            }
            else if (character is < ' ' or > '~')
            {
                quoted.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                quoted.Append(character);
            }
        }

        return quoted.Append('"').ToString();
    }

    public static string Unquote(string word)
    {
        if (word.Length < 2 || word[0] != '"' || word[word.Length - 1] != '"')
        {
            throw new FormatException($"a quoted text is expected, not {word}");
        }

        var text = new StringBuilder();
        for (var i = 1; i < word.Length - 1; i++)
        {
            if (word[i] != '\\')
            {
                text.Append(word[i]);
            }
            else if (word[++i] == 'u')
            {
                text.Append((char)int.Parse(word.Substring(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(word[i]);
            }
        }

        return text.ToString();
    }

    public static double Number(string word) => word switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        // A host of .NET Framework reads -0 as 0.
        "-0" => -0.0,
        _ => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"a number is expected, not {word}"),
    };

    public static int Whole(string word) => int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FormatException($"a whole number is expected, not {word}");

    /// <summary>Splits at spaces outside quotes and braces.</summary>
    public static List<string> Split(string line)
    {
        var words = new List<string>();
        var start = 0;
        while (start < line.Length)
        {
            var end = line[start] switch
            {
                '"' => EndOfQuote(line, start),
                '{' => line.IndexOf('}', start) + 1,
                _ => line.IndexOf(' ', start),
            };
            if (end == 0)
            {
                throw new FormatException("a brace is not closed");
            }

            end = end < 0 ? line.Length : end;
            words.Add(line.Substring(start, end - start));
            if (end < line.Length && line[end] != ' ')
            {
                throw new FormatException($"a space is expected behind {words[words.Count - 1]}");
            }

            start = end + 1;
        }

        return words;
    }

    private static int EndOfQuote(string line, int start)
    {
        for (var i = start + 1; i < line.Length; i++)
        {
            if (line[i] == '\\')
            {
                i++;
            }
            else if (line[i] == '"')
            {
                return i + 1;
            }
        }

        throw new FormatException("a quote is not closed");
    }
}
