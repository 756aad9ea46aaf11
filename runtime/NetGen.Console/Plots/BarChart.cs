using System.Text;

namespace NetGen;

/// <summary>Horizontal bars, one below the other: importances, contributions, scores of classes. Saved as an SVG file.</summary>
/// <example><code>
/// new BarChart
/// {
///     Title = "What the network relies on",
///     ValueAxis = "loss without the column",
///     Bars = [.. importances.Ranked.Select(one => new Bar(one.Name, one.Mean) { Deviation = one.Deviation })],
/// }.Save("importance.svg");
/// </code></example>
public sealed record BarChart
{
    /// <summary>What is shown; empty: no title.</summary>
    public string Title { get; init; } = "";

    /// <summary>What the lengths are, with their unit; empty: no title.</summary>
    public string ValueAxis { get; init; } = "";

    /// <summary>The bars from top to bottom.</summary>
    public IReadOnlyList<Bar> Bars { get; init; } = [];

    /// <summary>The picture as SVG, 760 pixels wide, on white. The same text on every machine and in every culture.</summary>
    /// <returns>The file's text.</returns>
    public string ToSvg() => SvgDocument.Of(this);

    /// <summary>Saves the picture as an SVG file, which appears under its name only when it is complete.</summary>
    /// <param name="path">The file to create or replace, such as <c>importance.svg</c>.</param>
    /// <exception cref="IOException">The folder does not exist, the path is that of a folder, or the disk does not take the file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Save(string path) => PictureFile.Save(path, Encoding.UTF8.GetBytes(ToSvg()), "importance.svg");
}

/// <summary>A bar of a <see cref="BarChart"/>.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">Its length, to the right of zero or, where negative, to the left. What is NaN or infinite has none.</param>
public sealed record Bar(string Label, double Value)
{
    /// <summary>How uncertain the value is: a thin line to both sides of the bar's end; 0: none.</summary>
    public double Deviation { get; init; }
}
