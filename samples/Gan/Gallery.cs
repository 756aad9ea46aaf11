using NetGen;

namespace Gan;

/// <summary>Draws the same random numbers again and again, so that it can be seen how the generator learns.</summary>
/// <param name="seed">Of the random numbers.</param>
internal sealed class Gallery(ulong seed)
{
    private const int Side = 10;
    private const int Enlarged = 2;

    private readonly float[] _codes = Draw(seed);

    /// <summary>Ten rows of ten pictures.</summary>
    public ColorImage Draw(Generator generator)
    {
        var pictures = generator.Predict(_codes).Chunk(Generator.Info.OutputSize);
        return ColorImage.Grid([.. pictures.Select(pixels => ColorImage.Of(new GrayImage(pixels, PictureData.Side, PictureData.Side, black: -1, white: 1)))], Side).Enlarge(Enlarged);
    }

    private static float[] Draw(ulong seed)
    {
        var codes = new float[Side * Side * Generator.Codes];
        Codes.Draw(new Random(unchecked((int)(~seed ^ (seed >> 32)))), codes);
        return codes;
    }
}
