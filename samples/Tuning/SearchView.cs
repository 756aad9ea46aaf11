using Spectre.Console;

namespace Tuning;

/// <summary>Chooses how a search is shown.</summary>
internal static class SearchView
{
    /// <summary>A live table on a terminal that understands control sequences, plain lines elsewhere.</summary>
    public static ISearchView On(IAnsiConsole console, SearchPlan plan, IReadOnlyDictionary<int, Trial> trials, IReadOnlyList<RungResult> results) =>
        console.Profile.Out.IsTerminal && console.Profile.Capabilities.Ansi && console.Profile.Capabilities.Interactive
            ? new LiveTable(console, plan, trials, results)
            : new PlainLines(plan, trials, console.Profile.Out.Writer);
}
