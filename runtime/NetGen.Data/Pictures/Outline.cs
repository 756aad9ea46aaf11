namespace NetGen.Pictures;

/// <summary>The ten figures: which points of the plane belong to each. They fit into the circle of radius 1; y grows downwards.</summary>
internal static class Outline
{
    // cos 72°: of the distance of a five-pointed star's tips that of the lines through its edges.
    private const double StarEdge = 0.30901699437494745;

    // The directions of the tips, 72° apart.
    private static readonly (double X, double Y)[] Tips =
        [(0, -1), (0.95105651629515353, -0.30901699437494745), (0.58778525229247314, 0.80901699437494745), (-0.58778525229247314, 0.80901699437494745), (-0.95105651629515353, -0.30901699437494745)];

    /// <summary>The names of the figures; a figure's number is its place.</summary>
    public static string[] Names { get; } = ["disk", "ring", "square", "triangle", "cross", "star", "heart", "crescent", "bar", "arrow"];

    /// <summary>Whether a point belongs to a figure.</summary>
    /// <param name="figure">0 to 9.</param>
    /// <param name="x">Rightwards from the centre.</param>
    /// <param name="y">Downwards from the centre.</param>
    public static bool Contains(int figure, double x, double y) => figure switch
    {
        0 => Disk(x, y, 0.85),
        1 => Disk(x, y, 0.95) && !Disk(x, y, 0.5),
        2 => Bar(x, y, 0.7, 0.7),
        3 => Triangle(x, y, -0.95, 0.7, 0.95),
        4 => Bar(x, y, 0.92, 0.27) || Bar(x, y, 0.27, 0.92),
        5 => Tips.Count(tip => (tip.X * x) + (tip.Y * y) <= StarEdge) >= 4,
        6 => Disk(x - 0.4, y + 0.35, 0.48) || Disk(x + 0.4, y + 0.35, 0.48) || Triangle(x, -y, -0.95, 0.13, 0.82),
        7 => Disk(x, y, 0.95) && !Disk(x - 0.45, y, 0.75),
        8 => Bar(x, y, 0.97, 0.22),
        _ => Bar(x, y - 0.4, 0.2, 0.5) || Triangle(x, y, -0.95, 0, 0.65),
    };

    private static bool Disk(double x, double y, double radius) => (x * x) + (y * y) <= radius * radius;

    private static bool Bar(double x, double y, double width, double height) => Math.Abs(x) <= width && Math.Abs(y) <= height;

    // Upright: as wide at its bottom as twice the last argument, a point at its top.
    private static bool Triangle(double x, double y, double top, double bottom, double width) =>
        y >= top && y <= bottom && Math.Abs(x) * (bottom - top) <= width * (y - top);
}
