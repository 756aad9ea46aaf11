namespace NetGen.Png;

/// <summary>Every how many pixels a pass over the image has one, and where it starts: one pass over all, or the seven of Adam7 (clause 8).</summary>
internal readonly record struct PngPass(int Left, int Top, int Right, int Down)
{
    private static readonly PngPass[] All = [new(0, 0, 1, 1)];

    private static readonly PngPass[] Adam7 = [new(0, 0, 8, 8), new(4, 0, 8, 8), new(0, 4, 4, 8), new(2, 0, 4, 4), new(0, 2, 2, 4), new(1, 0, 2, 2), new(0, 1, 1, 2)];

    /// <summary>The passes that have pixels.</summary>
    public static IEnumerable<PngPass> Of(PngHeader header) =>
        (header.IsInterlaced ? Adam7 : All).Where(pass => pass.Width(header) > 0 && pass.Height(header) > 0);

    public int Width(PngHeader header) => Count(header.Width, Left, Right);

    public int Height(PngHeader header) => Count(header.Height, Top, Down);

    private static int Count(int extent, int start, int step) => extent > start ? ((extent - start - 1) / step) + 1 : 0;
}
