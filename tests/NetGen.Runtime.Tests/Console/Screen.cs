using System.Text.RegularExpressions;

namespace NetGen.Tests;

/// <summary>What a reader sees of a terminal's text.</summary>
internal static partial class Screen
{
    public static string[] Lines(TestTerminal terminal) => Colours().Replace(terminal.Text, "").Split('\n');

    [GeneratedRegex("\e\\[[0-9;]*m")]
    private static partial Regex Colours();
}
