namespace NetGen.Png;

/// <summary>How pixels stand in a PNG file.</summary>
/// <param name="ColourType">0 grey, 2 red, green and blue, 3 palette, 4 grey and opacity, 6 red, green, blue and opacity.</param>
/// <param name="BitDepth">Bits of a sample.</param>
internal readonly record struct PngFormat(byte ColourType, byte BitDepth)
{
    public const byte Grey = 0, Rgb = 2, Indexed = 3;

    /// <summary>Whether it is one of the combinations of table 11.1.</summary>
    public bool IsValid => ColourType switch
    {
        0 => BitDepth is 1 or 2 or 4 or 8 or 16,
        3 => BitDepth is 1 or 2 or 4 or 8,
        2 or 4 or 6 => BitDepth is 8 or 16,
        _ => false,
    };

    /// <summary>Samples of a pixel.</summary>
    public int Samples => ColourType switch
    {
        2 => 3,
        4 => 2,
        6 => 4,
        _ => 1,
    };

    /// <summary>Bits of a pixel.</summary>
    public int PixelBits => Samples * BitDepth;

    /// <summary>The largest sample.</summary>
    public int Maximum => (1 << BitDepth) - 1;

    /// <summary>Bytes of a row of so many pixels, without its filter.</summary>
    public long RowBytes(int width) => ((long)width * PixelBits + 7) / 8;

    /// <summary>Channels of the decoded image: a transparent colour adds opacity.</summary>
    public int Channels(PngPalette palette) => ColourType switch
    {
        Indexed => palette.IsTransparent ? 4 : 3,
        Grey or Rgb => Samples + (palette.IsTransparent ? 1 : 0),
        _ => Samples,
    };
}
