namespace NetGen.Compiler.Emission.Simd.Lanes.Winograd;

/// <summary>Tiles side by side that are worked on together, and how often the same follows on them.</summary>
/// <param name="First">The first tile.</param>
/// <param name="Count">How many strips.</param>
/// <param name="Tiles">Tiles of a strip.</param>
/// <param name="Runs">What the tiles have of image and results, from the strip's first tile on.</param>
internal sealed record WinogradStrip(int First, int Count, int Tiles, IReadOnlyList<(int First, int Count, WinogradEdge Edge)> Runs)
{
    /// <summary>Cuts a row of tiles into strips.</summary>
    public static IReadOnlyList<WinogradStrip> Of(IReadOnlyList<(int First, int Count, WinogradEdge Edge)> columns, int most)
    {
        var (strips, end) = (new List<WinogradStrip>(), columns[columns.Count - 1].First + columns[columns.Count - 1].Count);
        for (var first = 0; first < end; first += most)
        {
            var tiles = Math.Min(most, end - first);
            var runs = columns.Select(run => (From: Math.Max(run.First - first, 0), To: Math.Min(run.First + run.Count - first, tiles), run.Edge))
                .Where(run => run.To > run.From).Select(run => (First: run.From, Count: run.To - run.From, run.Edge)).ToList();
            if (strips.Count > 0 && strips[strips.Count - 1] is var last && last.Tiles == tiles && last.Runs.SequenceEqual(runs))
            {
                strips[strips.Count - 1] = last with { Count = last.Count + 1 };
            }
            else
            {
                strips.Add(new WinogradStrip(first, 1, tiles, runs));
            }
        }

        return strips;
    }
}
