using NetGen.Digits;

namespace NetGen.Pictures;

/// <summary>A colour; each channel from 0 to 1.</summary>
/// <param name="Red">Red.</param>
/// <param name="Green">Green.</param>
/// <param name="Blue">Blue.</param>
internal readonly record struct Colour(double Red, double Green, double Blue)
{
    /// <summary>Any colour, all equally often.</summary>
    public static Colour Draw(ref CounterRandom random) => new(random.Uniform(0, 1), random.Uniform(0, 1), random.Uniform(0, 1));

    /// <summary>The differences of the channels, added up: 0 to 3.</summary>
    public double Distance(Colour other) => Math.Abs(Red - other.Red) + Math.Abs(Green - other.Green) + Math.Abs(Blue - other.Blue);

    /// <summary>A colour between this one and another.</summary>
    /// <param name="other">The other.</param>
    /// <param name="part">How much of the other, 0 to 1.</param>
    public Colour Mix(Colour other, double part) =>
        new(Red + (part * (other.Red - Red)), Green + (part * (other.Green - Green)), Blue + (part * (other.Blue - Blue)));
}
