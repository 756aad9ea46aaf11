namespace NetGen;

/// <summary>
/// Reads images of a format. Built in are <see cref="PngDecoder"/> and <see cref="PortableMapDecoder"/>; others, such as one around a library for JPEG, are given in
/// <see cref="ImageOptions.Decoders"/>.
/// </summary>
/// <remarks>Used by several threads at once.</remarks>
public interface IImageDecoder
{
    /// <summary>The endings of file names that the format has, in lower case with their dots: ".png".</summary>
    public IReadOnlyList<string> Extensions { get; }

    /// <summary>Whether a file is of this format, by how it begins.</summary>
    /// <param name="start">The first bytes of the file, up to 16.</param>
    public bool Recognizes(ReadOnlySpan<byte> start);

    /// <summary>Reads an image.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="image">
    /// Overwritten, after <see cref="ImagePixels.Resize"/> to the size that the file says: that call refuses images that are too large. A decoder allocates no more than a small multiple of
    /// what the file holds.
    /// </param>
    /// <exception cref="InvalidDataException">The file is damaged, or of a kind that is not supported; the message tells the reason and need not name the file.</exception>
    public void Decode(ReadOnlyMemory<byte> file, ImagePixels image);
}
