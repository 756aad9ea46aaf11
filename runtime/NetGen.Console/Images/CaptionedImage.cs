namespace NetGen;

/// <summary>A picture with lines of text below it.</summary>
/// <param name="Image">The picture.</param>
/// <param name="Caption">One entry per line; cut at the picture's width.</param>
public sealed record CaptionedImage(GrayImage Image, params IReadOnlyList<string> Caption);
