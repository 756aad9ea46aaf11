using System.Globalization;

namespace NetGen.Digits;

/// <summary>Turns the written form of a glyph into polylines.</summary>
internal static class PenPath
{
    /// <summary>Pieces per span of the curve. A span is at most a quarter of the box, so six pieces stay within a tenth of a pixel of the curve.</summary>
    private const int Pieces = 6;

    /// <summary>Reads "x,y x,y …|x,y …" (per cent) into one polyline per stroke, in the unit square.</summary>
    public static StrokePoint[][] Parse(string written) =>
        [.. written.Split('|').Select(stroke => Flatten([.. stroke.Split(' ').Select(Point)]))];

    private static StrokePoint Point(string written)
    {
        var comma = written.IndexOf(',', StringComparison.Ordinal);
        return new(
            int.Parse(written.AsSpan(0, comma), NumberStyles.None, CultureInfo.InvariantCulture) / 100.0,
            int.Parse(written.AsSpan(comma + 1), NumberStyles.None, CultureInfo.InvariantCulture) / 100.0);
    }

    private static StrokePoint[] Flatten(StrokePoint[] knots)
    {
        if (knots.Length == 2)
        {
            // Straight, but in pieces: the distortion bends it later.
            return [.. Enumerable.Range(0, Pieces + 1).Select(i => Between(knots[0], knots[1], (double)i / Pieces))];
        }

        var closed = knots[0] == knots[^1];
        var last = knots.Length - 1;
        var points = new StrokePoint[(last * Pieces) + 1];
        for (var span = 0; span < last; span++)
        {
            var before = span > 0 ? knots[span - 1] : closed ? knots[last - 1] : knots[0];
            var after = span + 2 <= last ? knots[span + 2] : closed ? knots[1] : knots[last];
            for (var i = 0; i < Pieces; i++)
            {
                points[(span * Pieces) + i] = CatmullRom(before, knots[span], knots[span + 1], after, (double)i / Pieces);
            }
        }

        points[^1] = knots[last];
        return points;
    }

    private static StrokePoint Between(StrokePoint a, StrokePoint b, double t) =>
        new(a.X + ((b.X - a.X) * t), a.Y + ((b.Y - a.Y) * t));

    // The cubic through b and c whose slopes there are (c - a) / 2 and (d - b) / 2 (Catmull and Rom, 1974).
    private static StrokePoint CatmullRom(StrokePoint a, StrokePoint b, StrokePoint c, StrokePoint d, double t) =>
        new(CatmullRom(a.X, b.X, c.X, d.X, t), CatmullRom(a.Y, b.Y, c.Y, d.Y, t));

    private static double CatmullRom(double a, double b, double c, double d, double t) =>
        b + (0.5 * t * (c - a + (t * ((2 * a) - (5 * b) + (4 * c) - d + (t * ((3 * (b - c)) + d - a))))));
}
