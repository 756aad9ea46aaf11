using NetGen.Digits;

namespace NetGen.Pictures;

/// <summary>Where a figure lies in its picture, how large it is, how it is turned and flattened.</summary>
internal readonly struct Pose
{
    private readonly double _x, _y, _cosine, _sine, _width, _height;

    /// <summary>A pose in which the figure lies within a picture.</summary>
    /// <param name="side">Rows of the picture, and columns.</param>
    /// <param name="least">The least radius of the figure, in pixels.</param>
    /// <param name="most">The largest, at most half the side.</param>
    /// <param name="random">The numbers of this picture.</param>
    public Pose(int side, double least, double most, ref CounterRandom random)
    {
        var radius = random.Uniform(least, most);
        _x = random.Uniform(radius, side - radius);
        _y = random.Uniform(radius, side - radius);
        _width = radius * random.Uniform(0.75, 1);
        _height = radius * random.Uniform(0.75, 1);

        // A point of the circle within 30° of the right, without sine and cosine, whose last bits differ between machines.
        var t = random.Uniform(-0.268, 0.268);
        (_cosine, _sine) = ((1 - (t * t)) / (1 + (t * t)), 2 * t / (1 + (t * t)));
    }

    /// <summary>Where a point of the picture, in pixels, lies from the figure's point of view.</summary>
    public (double X, double Y) Inside(double x, double y)
    {
        var (right, down) = (x - _x, y - _y);
        return (((right * _cosine) + (down * _sine)) / _width, ((down * _cosine) - (right * _sine)) / _height);
    }
}
