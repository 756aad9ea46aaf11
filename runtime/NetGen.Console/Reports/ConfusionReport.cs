using System.Globalization;

namespace NetGen;

/// <summary>A confusion matrix as cells where there is room for them, otherwise as a list.</summary>
internal static class ConfusionReport
{
    private const int MostClasses = 20;
    private const int MostConfusions = 15;

    public static void Write(ConfusionMatrix matrix, ReportConsole console)
    {
        var layout = matrix.Classes <= MostClasses ? ConfusionLayout.Widest(matrix, console) : null;
        if (layout is null)
        {
            WriteConfusions(matrix, console);
            console.WriteLine();
            return;
        }

        console.WriteLine("Confusion matrix (rows: targets, columns: answers)");
        console.WriteLine(ConfusionLines.Header(matrix, layout));
        for (var actual = 0; actual < matrix.Classes; actual++)
        {
            console.WriteLine(ConfusionLines.Row(matrix, actual, layout, console));
        }

        console.WriteLine();
    }

    private static void WriteConfusions(ConfusionMatrix matrix, ReportConsole console)
    {
        var confusions = new List<(int Actual, int Predicted, long Count)>();
        for (var actual = 0; actual < matrix.Classes; actual++)
        {
            for (var predicted = 0; predicted < matrix.Classes; predicted++)
            {
                if (actual != predicted && matrix[actual, predicted] is > 0 and var count)
                {
                    confusions.Add((actual, predicted, count));
                }
            }
        }

        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Confusions of {matrix.Classes:N0} classes: {confusions.Sum(confusion => confusion.Count):N0} of {matrix.Total:N0} answers are wrong"));
        if (confusions.Count == 0)
        {
            return;
        }

        // A stable sort: among equals the order of the classes.
        var table = new ReportTable(
            new("Target") { IsNumber = false }, new("Answer") { IsNumber = false }, new("Count"), new("Of the target's", Rank: 1));
        foreach (var (actual, predicted, count) in confusions.OrderByDescending(confusion => confusion.Count).Take(MostConfusions))
        {
            table.Add(
                matrix.ClassNames[actual], matrix.ClassNames[predicted], NumberText.Count(count), NumberText.Percent((double)count / matrix.RowSum(actual)));
        }

        table.Write(console);
        if (confusions.Count > MostConfusions)
        {
            console.WriteLine($"and {NumberText.Count(confusions.Count - MostConfusions)} pairs of classes that are confused less often");
        }
    }
}
