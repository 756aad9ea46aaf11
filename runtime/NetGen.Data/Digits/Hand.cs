namespace NetGen.Digits;

/// <summary>The hand that writes one digit: where it puts the points of a stroke, and with what pen.</summary>
/// <remarks>Only + - * / and square roots, which IEEE 754 rounds alike everywhere: the same images on every machine.</remarks>
internal sealed class Hand
{
    private const int Grid = 4;

    private readonly double xx, xy, yx, yy, shiftX, shiftY;
    private readonly double[] bendX = new double[Grid * Grid];
    private readonly double[] bendY = new double[Grid * Grid];

    /// <summary>Draws the character of a hand from <paramref name="random"/>.</summary>
    public Hand(ref CounterRandom random)
    {
        // A rotation by the angle whose half has the tangent t; no sine needed. Up to 17 degrees either way.
        var t = random.Uniform(-0.15, 0.15);
        var cos = (1 - (t * t)) / (1 + (t * t));
        var sin = 2 * t / (1 + (t * t));
        var shear = random.Uniform(-0.3, 0.3);
        var height = random.Uniform(16, 21.5);
        var width = height * random.Uniform(0.75, 1.1);

        // Pixels from the unit square: rotate(shear(scale(p - centre))) + shift.
        xx = cos * width;
        xy = (-(cos * shear) - sin) * height;
        yx = sin * width;
        yy = (cos - (sin * shear)) * height;
        shiftX = 14 + random.Uniform(-1.75, 1.75);
        shiftY = 14 + random.Uniform(-1.75, 1.75);

        for (var i = 0; i < bendX.Length; i++)
        {
            bendX[i] = 0.05 * random.Noise();
            bendY[i] = 0.05 * random.Noise();
        }

        Radius = random.Uniform(0.55, 1.75);
        Pressure = random.Uniform(-0.3, 0.3);
        Ink = random.Uniform(0.65, 1);
    }

    /// <summary>Half the width of the pen's line, in pixels.</summary>
    public double Radius { get; }

    /// <summary>By what part of itself the radius grows (or, negative, shrinks) from the top of the character to its bottom.</summary>
    public double Pressure { get; }

    /// <summary>How dark the ink is, 1 being full.</summary>
    public double Ink { get; }

    /// <summary>The place on the 28 × 28 sheet, in pixels, of a point of the unit square.</summary>
    public StrokePoint Place(StrokePoint point)
    {
        var u = Math.Clamp(point.X, 0, 1) * (Grid - 1);
        var v = Math.Clamp(point.Y, 0, 1) * (Grid - 1);
        var column = Math.Min((int)u, Grid - 2);
        var row = Math.Min((int)v, Grid - 2);
        var x = point.X - 0.5 + Bend(bendX, row, column, v - row, u - column);
        var y = point.Y - 0.5 + Bend(bendY, row, column, v - row, u - column);
        return new(shiftX + (xx * x) + (xy * y), shiftY + (yx * x) + (yy * y));
    }

    // Between the nodes of the grid the displacement follows smoothstep, so that strokes bend without kinks.
    private static double Bend(double[] grid, int row, int column, double down, double right)
    {
        down = down * down * (3 - (2 * down));
        right = right * right * (3 - (2 * right));
        var at = (row * Grid) + column;
        var top = grid[at] + ((grid[at + 1] - grid[at]) * right);
        var bottom = grid[at + Grid] + ((grid[at + Grid + 1] - grid[at + Grid]) * right);
        return top + ((bottom - top) * down);
    }
}
