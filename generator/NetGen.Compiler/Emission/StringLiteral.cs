using System.Globalization;
using System.Text;

namespace NetGen.Compiler.Emission;

/// <summary>Text of the user as a C# string literal.</summary>
internal static class StringLiteral
{
    public static string Of(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var character in text)
        {
            literal.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                _ when NeedsEscape(character) => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
                _ => character.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }

    // Line ends are more than \r and \n in C#; half a surrogate pair would not survive the encoding of the file.
    private static bool NeedsEscape(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029' || char.IsSurrogate(character);
}
