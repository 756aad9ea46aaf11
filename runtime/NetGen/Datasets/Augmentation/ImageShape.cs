namespace NetGen;

/// <summary>The shape of an image as networks have it: channels first.</summary>
/// <param name="Channels">Channels, at least 1: 1 of a grey image, 3 of red, green and blue.</param>
/// <param name="Height">Rows, at least 1.</param>
/// <param name="Width">Columns, at least 1.</param>
public readonly record struct ImageShape(int Channels, int Height, int Width)
{
    /// <summary>How many values an image has.</summary>
    public int Size => checked(Channels * Height * Width);

    /// <summary>For example 3×32×32.</summary>
    public override string ToString() => Shapes.Format((int[])[Channels, Height, Width]);

    /// <summary>The shape of a set's inputs.</summary>
    /// <exception cref="ArgumentException">They have neither channels, rows and columns nor rows and columns.</exception>
    internal static ImageShape Of(Dataset data, string parameter) => data.InputShape switch
    {
        [var channels, var height, var width] => new(channels, height, width),
        [var height, var width] => new(1, height, width),
        _ => throw new ArgumentException(
            $"The inputs of the set are {Shapes.Format(data.InputShape)}, not images of channels, rows and columns. Say how they are to be seen: Augment(new ImageShape(1, 28, 28), …).", parameter),
    };
}
