namespace NetGen.Compiler.Emission.Simd.Lanes.Winograd;

/// <summary>What a tile has along one axis: which of the four positions that it sees are there, and how many of its two results.</summary>
/// <param name="Seen">Positions of the image; the others are zero.</param>
/// <param name="Results">1 at the end of an odd extent.</param>
internal sealed record WinogradEdge(int Seen, int Results)
{
    /// <summary>Whether the position is there.</summary>
    public bool Has(int position) => (Seen & (1 << position)) != 0;

    /// <summary>How many of the four sums along the axis the results are made of.</summary>
    public int Sums => Results + 2;

    /// <summary>Tiles that follow on each other and have the same: first tile and how many.</summary>
    /// <param name="results">Results along the axis.</param>
    /// <param name="before">Zeros before the image.</param>
    /// <param name="extent">Positions of the image.</param>
    public static IReadOnlyList<(int First, int Count, WinogradEdge Edge)> Along(int results, int before, int extent)
    {
        var runs = new List<(int First, int Count, WinogradEdge Edge)>();
        for (var tile = 0; tile < (results + 1) / 2; tile++)
        {
            var edge = At(tile, results, before, extent);
            if (runs.Count > 0 && runs[runs.Count - 1] is var last && last.Edge == edge)
            {
                runs[runs.Count - 1] = (last.First, last.Count + 1, edge);
            }
            else
            {
                runs.Add((tile, 1, edge));
            }
        }

        return runs;
    }

    private static WinogradEdge At(int tile, int results, int before, int extent)
    {
        var (here, seen) = (Math.Min(2, results - (2 * tile)), 0);

        // The last position is for the second result alone.
        for (var position = 0; position < here + 2; position++)
        {
            var place = (2 * tile) + position - before;
            seen |= place >= 0 && place < extent ? 1 << position : 0;
        }

        return new WinogradEdge(seen, here);
    }
}
