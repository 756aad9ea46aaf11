namespace NetGen;

/// <summary>The channels that images are brought to, whatever their files have.</summary>
public enum ImageColors
{
    /// <summary>Red, green and blue; grey images have three equal channels, opacity is dropped.</summary>
    Rgb,

    /// <summary>One channel: 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601, as Pillow's "L"); opacity is dropped.</summary>
    Gray,

    /// <summary>Red, green, blue and opacity, which is 1 where the file has none.</summary>
    RgbAndOpacity,

    /// <summary>Grey and opacity, which is 1 where the file has none.</summary>
    GrayAndOpacity,
}
