using System.Text;

namespace NetGen;

/// <summary>Several plots in one picture: the first over the whole width, the others two in a row.</summary>
public sealed record PlotFigure
{
    /// <summary>What is shown; empty: no title.</summary>
    public string Title { get; init; } = "";

    /// <summary>The plots.</summary>
    public IReadOnlyList<Plot> Plots { get; init; } = [];

    /// <summary>The picture as SVG, 760 pixels wide, on white. The same text on every machine and in every culture.</summary>
    /// <returns>The file's text.</returns>
    public string ToSvg() => SvgDocument.Of(this);

    /// <summary>Saves the picture as an SVG file, which appears under its name only when it is complete.</summary>
    /// <param name="path">The file to create or replace, such as <c>curves.svg</c>.</param>
    /// <exception cref="IOException">The folder does not exist, the path is that of a folder, or the disk does not take the file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Save(string path) => PictureFile.Save(path, Encoding.UTF8.GetBytes(ToSvg()), "curves.svg");
}
