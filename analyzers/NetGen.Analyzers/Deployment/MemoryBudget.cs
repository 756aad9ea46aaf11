using System.Globalization;

namespace NetGen.Analyzers;

/// <summary>NG6001: how much memory a prediction may take, as <c>.editorconfig</c> says: <c>netgen_memory_budget = 512 KB</c>.</summary>
internal static class MemoryBudget
{
    public const string Key = "netgen_memory_budget";

    private static readonly (string Unit, double Bytes)[] Units = [("KB", 1024), ("MB", 1 << 20), ("GB", 1 << 30), ("B", 1), ("", 1)];

    /// <summary>The bytes that a text says; null for one that says none.</summary>
    public static double? Parse(string text)
    {
        text = text.Trim();
        foreach (var (unit, bytes) in Units)
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)
                && double.TryParse(text.Substring(0, text.Length - unit.Length).Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var count) && count > 0)
            {
                return count * bytes;
            }
        }

        return null;
    }

    /// <summary>What is said of a network that takes more.</summary>
    public static string Exceeded(string network, double bytes, double weights, double budget) =>
        $"'{network}' takes {Text(bytes)} to predict a sample, {Text(weights)} of it parameters: the budget of this project is {Text(budget)} ({Key} in .editorconfig)";

    /// <summary>What is said of a text that is no budget, where otherwise there would be none without anybody noticing.</summary>
    public static string Unreadable(string text) =>
        $"'{text.Trim()}' is no budget ({Key} in .editorconfig), so that none is kept to: write a number above 0 and B, KB, MB or GB, in powers of 1024, such as 512 KB";

    private static string Text(double bytes) => bytes < 1024 ? FormattableString.Invariant($"{bytes:0} bytes")
        : bytes < 1 << 20 ? FormattableString.Invariant($"{bytes / 1024:0.#} KB")
        : FormattableString.Invariant($"{bytes / (1 << 20):0.#} MB");
}
