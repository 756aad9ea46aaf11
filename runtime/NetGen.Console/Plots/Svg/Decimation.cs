namespace NetGen;

/// <summary>
/// Leaves out points that no pixel would show: of the points within half a pixel's column, the first, the lowest, the highest and the last remain
/// (M4: Jugel, Jerzak, Hackenbroich and Markl 2014). A curve over all samples of a set stays a small file.
/// </summary>
internal static class Decimation
{
    private const int Enough = 2000;
    private const double ColumnsPerPixel = 2;

    public static IReadOnlyList<(double X, double Y)> Of(IReadOnlyList<(double X, double Y)> points)
    {
        if (points.Count <= Enough)
        {
            return points;
        }

        var kept = new List<(double X, double Y)>();
        for (var start = 0; start < points.Count;)
        {
            var end = start + 1;
            var (low, high) = (start, start);
            for (; end < points.Count && Column(points[end]) == Column(points[start]); end++)
            {
                low = points[end].Y < points[low].Y ? end : low;
                high = points[end].Y > points[high].Y ? end : high;
            }

            kept.AddRange(new SortedSet<int> { start, low, high, end - 1 }.Select(index => points[index]));
            start = end;
        }

        return kept;
    }

    private static double Column((double X, double Y) point) => Math.Floor(point.X * ColumnsPerPixel);
}
