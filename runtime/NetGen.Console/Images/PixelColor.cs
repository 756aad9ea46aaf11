namespace NetGen;

/// <summary>A colour of 8 bits per channel, in sRGB.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly record struct PixelColor(byte Red, byte Green, byte Blue)
{
    /// <summary>White.</summary>
    public static PixelColor White => new(255, 255, 255);

    /// <summary>What speaks for something in a heat map (vermilion).</summary>
    public static PixelColor Positive => new(0xd5, 0x5e, 0x00);

    /// <summary>What speaks against it (blue). Both are told apart also by those who see fewer colours (Okabe and Ito 2008).</summary>
    public static PixelColor Negative => new(0x00, 0x72, 0xb2);

    /// <summary>A grey.</summary>
    /// <param name="level">0 black to 255 white.</param>
    public static PixelColor Gray(byte level) => new(level, level, level);

    /// <summary>A colour between this one and another.</summary>
    /// <param name="other">The other.</param>
    /// <param name="part">How much of the other, 0 to 1.</param>
    public PixelColor Mix(PixelColor other, double part) => new(Mix(Red, other.Red, part), Mix(Green, other.Green, part), Mix(Blue, other.Blue, part));

    private static byte Mix(byte from, byte to, double part) => (byte)Math.Round(from + (Math.Clamp(part, 0, 1) * (to - from)));
}
