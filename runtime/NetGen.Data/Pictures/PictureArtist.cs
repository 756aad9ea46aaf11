using NetGen.Digits;

namespace NetGen.Pictures;

/// <summary>Draws one figure in colours: three planes of 32 × 32 bytes.</summary>
internal static class PictureArtist
{
    /// <summary>Rows, and columns.</summary>
    public const int Side = 32;

    /// <summary>Bytes of a picture.</summary>
    public const int Size = 3 * Plane;

    private const int Plane = Side * Side;

    // Samples per pixel in each direction, for smooth edges.
    private const int Fine = 3;

    // How far apart the two colours of a ground are at most, in each channel, and a figure's colour from both at least, over the three: of all colours, some are that far.
    private const double Shading = 0.3;
    private const double Contrast = 0.7;

    /// <summary>Draws a figure: colours, place, size, direction, clutter and grain are chance.</summary>
    /// <param name="figure">0 to 9.</param>
    /// <param name="random">The numbers of this picture.</param>
    /// <param name="picture">Receives red, green and blue, each row by row.</param>
    public static void Draw(int figure, CounterRandom random, Span<byte> picture)
    {
        Span<double> light = stackalloc double[Size];
        var first = Colour.Draw(ref random);
        var second = first.Mix(Colour.Draw(ref random), Shading);
        Ground(light, first, second, ref random);
        for (var blots = random.Below(3); blots > 0; blots--)
        {
            Paint(0, new Pose(Side, 1.5, 3, ref random), Colour.Draw(ref random), light);
        }

        var colour = Colour.Draw(ref random);
        while (Math.Min(colour.Distance(first), colour.Distance(second)) < Contrast)
        {
            colour = Colour.Draw(ref random);
        }

        Paint(figure, new Pose(Side, 9, 14, ref random), colour, light);
        Expose(light, ref random, picture);
    }

    // From one colour to another in a random direction.
    private static void Ground(Span<double> light, Colour first, Colour second, ref CounterRandom random)
    {
        var (right, down) = (random.Uniform(-1, 1), random.Uniform(-1, 1));
        for (var i = 0; i < Plane; i++)
        {
            var part = 0.5 + (((right * ((i % Side) - 15.5)) + (down * ((i / Side) - 15.5))) / (4 * 15.5));
            Put(light, i, first.Mix(second, part), 1);
        }
    }

    private static void Paint(int figure, Pose pose, Colour colour, Span<double> light)
    {
        for (var i = 0; i < Plane; i++)
        {
            var covered = 0;
            for (var sample = 0; sample < Fine * Fine; sample++)
            {
                var (x, y) = pose.Inside((i % Side) + (((sample % Fine) + 0.5) / Fine), (i / Side) + (((sample / Fine) + 0.5) / Fine));
                covered += Outline.Contains(figure, x, y) ? 1 : 0;
            }

            Put(light, i, colour, covered / (double)(Fine * Fine));
        }
    }

    private static void Put(Span<double> light, int pixel, Colour colour, double part)
    {
        light[pixel] += part * (colour.Red - light[pixel]);
        light[Plane + pixel] += part * (colour.Green - light[Plane + pixel]);
        light[(2 * Plane) + pixel] += part * (colour.Blue - light[(2 * Plane) + pixel]);
    }

    private static void Expose(Span<double> light, ref CounterRandom random, Span<byte> picture)
    {
        var grain = random.Uniform(0.02, 0.1);
        for (var i = 0; i < Size; i++)
        {
            picture[i] = (byte)((Math.Clamp(light[i] + (grain * random.Noise()), 0, 1) * 255) + 0.5);
        }
    }
}
