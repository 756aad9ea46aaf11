using System.Globalization;

namespace NetGen;

/// <summary>How wide the parts of a confusion matrix are.</summary>
/// <param name="Label">Columns for the names of rows.</param>
/// <param name="Cell">Columns for a count; 2 for a shade alone.</param>
/// <param name="ShowsCounts">Whether cells have their counts.</param>
/// <param name="ShowsRecall">Whether rows end with the recall.</param>
/// <param name="ShowsSupport">Whether rows end with the number of targets.</param>
/// <param name="NamesColumns">Whether columns have the names of classes rather than their numbers.</param>
internal sealed record ConfusionLayout(int Label, int Cell, bool ShowsCounts, bool ShowsRecall, bool ShowsSupport, bool NamesColumns)
{
    public const int RecallWidth = 10;

    private const int LongestLabel = 24;
    private const int LongestHeader = 5;
    private const int Shade = 2;

    public int SupportWidth { get; private init; }

    /// <summary>The layout that shows the most; null if the terminal has room for none.</summary>
    public static ConfusionLayout? Widest(ConfusionMatrix matrix, ReportConsole console)
    {
        var names = matrix.ClassNames.Select(name => CellText.Width(CellText.Clean(name))).ToArray();
        var named = names.Max() <= LongestHeader;
        var digits = Enumerable.Range(0, matrix.Classes * matrix.Classes).Max(cell => Digits(matrix[cell / matrix.Classes, cell % matrix.Classes]));
        var header = named ? names.Max() : Digits(matrix.Classes - 1);
        var support = Math.Max(Enumerable.Range(0, matrix.Classes).Max(row => NumberText.Count(matrix.RowSum(row)).Length), "support".Length) + 2;
        var label = Math.Min(names.Max() + (named ? 0 : header + 2), LongestLabel);
        var whole = new ConfusionLayout(label, Math.Max(digits, header) + 1, true, true, true, named) { SupportWidth = support };
        ConfusionLayout[] narrower =
        [
            whole,
            whole with { ShowsSupport = false },
            whole with { ShowsSupport = false, Label = Math.Min(label, LongestLabel / 2) },
            whole with { ShowsSupport = false, Label = Math.Min(label, LongestLabel / 2), ShowsRecall = false },
        ];
        var shades = narrower[2] with { Cell = Shade, ShowsCounts = false, NamesColumns = false, Label = Math.Min(names.Max() + header + 2, LongestLabel / 2) };
        return narrower.Concat(console.HasColours ? [shades] : []).FirstOrDefault(layout => console.Width is not { } width || layout.Width(matrix.Classes) < width);
    }

    private static int Digits(long number) => number.ToString(CultureInfo.InvariantCulture).Length;

    private int Width(int classes) => Label + (classes * Cell) + (ShowsRecall ? RecallWidth : 0) + (ShowsSupport ? SupportWidth : 0);
}
