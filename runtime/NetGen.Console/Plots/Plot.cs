using System.Text;

namespace NetGen;

/// <summary>
/// Lines over two axes: training curves, ROC and precision-recall curves, the losses of a learning-rate search. Saved as an SVG file, or drawn in the terminal
/// by <see cref="ConsoleReport"/>.
/// </summary>
/// <example><code>
/// new Plot
/// {
///     Title = "Learning rate",
///     XAxis = new("learning rate") { Scale = AxisScale.Logarithmic },
///     YAxis = new("loss"),
///     Series = [new("loss", rates, losses)],
/// }.Save("rate.svg");
/// </code></example>
/// <remarks>
/// A plotting library was weighed: OxyPlot.Core 2.2.0 looks properties up by reflection, about which the native compiler warns (IL2067), and cuts titles and
/// legends where it has no font to measure. Others draw with a native library. What remains is little: <see cref="System.Xml"/> writes the file.
/// </remarks>
public sealed partial record Plot
{
    /// <summary>What is shown; empty: no title.</summary>
    public string Title { get; init; } = "";

    /// <summary>The horizontal axis.</summary>
    public PlotAxis XAxis { get; init; } = new("");

    /// <summary>The vertical axis.</summary>
    public PlotAxis YAxis { get; init; } = new("");

    /// <summary>The lines, the later ones above the earlier.</summary>
    public IReadOnlyList<PlotSeries> Series { get; init; } = [];

    /// <summary>Points to make conspicuous.</summary>
    public IReadOnlyList<PlotMark> Marks { get; init; } = [];

    /// <summary>The picture as SVG: 760 × 440 pixels on white. The same text on every machine and in every culture.</summary>
    /// <returns>The file's text.</returns>
    public string ToSvg() => SvgDocument.Of(this);

    /// <summary>Saves the picture as an SVG file, which appears under its name only when it is complete.</summary>
    /// <param name="path">The file to create or replace, such as <c>roc.svg</c>.</param>
    /// <exception cref="IOException">The folder does not exist, the path is that of a folder, or the disk does not take the file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Save(string path) => PictureFile.Save(path, Encoding.UTF8.GetBytes(ToSvg()), "curves.svg");
}
