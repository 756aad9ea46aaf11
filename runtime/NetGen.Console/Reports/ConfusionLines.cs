using System.Globalization;
using Spectre.Console;

namespace NetGen;

/// <summary>The lines of a confusion matrix.</summary>
internal static class ConfusionLines
{
    private static readonly Style Faint = new(Color.Grey);

    public static IEnumerable<(string Text, Style Style)> Header(ConfusionMatrix matrix, ConfusionLayout layout)
    {
        yield return (new string(' ', layout.Label), Style.Plain);
        for (var column = 0; column < matrix.Classes; column++)
        {
            // Over shades there is room for one digit, and a space.
            var number = (layout.ShowsCounts ? column : column % 10).ToString(CultureInfo.InvariantCulture);
            yield return (CellText.PadLeft(layout.NamesColumns ? CellText.Clean(matrix.ClassNames[column]) : number, layout.Cell), Faint);
        }

        yield return (layout.ShowsRecall ? "recall".PadLeft(ConfusionLayout.RecallWidth) : "", Faint);
        yield return (layout.ShowsSupport ? "support".PadLeft(layout.SupportWidth) : "", Faint);
    }

    public static IEnumerable<(string Text, Style Style)> Row(ConfusionMatrix matrix, int actual, ConfusionLayout layout, ReportConsole console)
    {
        var name = CellText.Clean(matrix.ClassNames[actual]);
        var number = actual.ToString(CultureInfo.InvariantCulture);
        yield return (CellText.PadRight(layout.NamesColumns || name == number ? name : $"{number} {name}", layout.Label), Style.Plain);
        var targets = matrix.RowSum(actual);
        for (var predicted = 0; predicted < matrix.Classes; predicted++)
        {
            var count = matrix[actual, predicted];
            var text = count == 0 ? console.HasUnicode ? "·" : "." : layout.ShowsCounts ? count.ToString(CultureInfo.InvariantCulture) : "";
            yield return (text.PadLeft(layout.Cell), count == 0 || !console.HasColours ? Faint : Shade((double)count / targets, actual == predicted));
        }

        var recall = targets == 0 ? "-" : NumberText.Percent((double)matrix[actual, actual] / targets);
        yield return (layout.ShowsRecall ? recall.PadLeft(ConfusionLayout.RecallWidth) : "", Style.Plain);
        yield return (layout.ShowsSupport ? NumberText.Count(targets).PadLeft(layout.SupportWidth) : "", Style.Plain);
    }

    /// <summary>
    /// Right answers in blue, wrong ones in orange, which also those tell apart who see fewer colours; stronger with the part of the class. Text and ground are both set, so that
    /// it is legible in dark and in light terminals.
    /// </summary>
    private static Style Shade(double part, bool isRight)
    {
        // Few errors among many answers are what one looks for: the root makes them visible.
        var strength = isRight ? part : Math.Sqrt(part);
        return isRight
            ? new(Color.White, Blend((38, 52, 70), (0, 110, 190), strength))
            : new(Color.White, Blend((70, 48, 38), (200, 80, 0), strength));
    }

    private static Color Blend((int R, int G, int B) weak, (int R, int G, int B) strong, double strength)
    {
        byte Mix(int from, int to) => (byte)Math.Round(from + ((to - from) * strength));
        return new(Mix(weak.R, strong.R), Mix(weak.G, strong.G), Mix(weak.B, strong.B));
    }
}
