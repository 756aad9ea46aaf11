using System.Globalization;
using NetGen;

namespace Churn;

/// <summary>Says in the terminal how good the answers are, and shows some.</summary>
internal static class Report
{
    private const int ReasonsShown = 4;

    // Two of the longest fit into 80 columns.
    private const int ReasonsALine = 2;

    /// <summary>Measures the model on the customers that were held out.</summary>
    public static void Test(ChurnModel model, CsvTable test)
    {
        var data = model.Encoder.Values(test);
        var measured = model.Net.Evaluate(data, new EvaluationOptions { Threshold = model.Threshold, ClassNames = model.Encoder.ClassNames });
        var left = measured.Classes![1];
        Console.WriteLine(Invariant($"Test: {test.Count:N0} customers, {left.Support} of them left"));
        Console.WriteLine(Invariant($"  ROC AUC            {measured.RocAuc:0.000}  (how often who left ranks above who stayed)"));
        Console.WriteLine(Invariant($"  average precision  {measured.AveragePrecision:0.000}  ({(double)left.Support / test.Count:0.000} by guessing)"));
        Console.WriteLine(Invariant($"  calibration error  {measured.CalibrationError:0.000}  (how far probabilities are from what happens)"));
        Console.WriteLine();
        Console.WriteLine(Invariant($"To be called: who leaves with {100 * model.Threshold:0.0} % or more (best F1 of the validation part)"));
        Console.WriteLine(Invariant($"  precision {100 * left.Precision:0.0} %, recall {100 * left.Recall:0.0} %, F1 {left.F1:0.000}, accuracy {100 * measured.Accuracy:0.0} %"));
        Console.WriteLine("  Rows: whether the customer left; columns: whether the network says so.");
        foreach (var line in measured.ConfusionMatrix!.ToString().TrimEnd('\n').Split('\n'))
        {
            Console.WriteLine($"  {line}");
        }

        Console.WriteLine();
    }

    /// <summary>Shows the customers most and least likely to leave, and one about whom the network is in doubt, with reasons.</summary>
    public static void Examples(ChurnModel model, CsvTable train, CsvTable test)
    {
        var probabilities = model.Probabilities(test);
        var reasons = new Reasons(model, train);
        int[] order = [.. Enumerable.Range(0, test.Count).OrderByDescending(row => probabilities[row])];
        var doubtful = order.MinBy(row => Math.Abs(probabilities[row] - model.Threshold));
        Console.WriteLine("Three of them, and by how many points a value makes leaving more probable:");
        foreach (var row in new[] { order[0], doubtful, order[^1] })
        {
            var customer = test[row];
            var decision = probabilities[row] >= model.Threshold ? "call" : "leave alone";
            var fate = customer[ChurnTable.Target] == ChurnTable.Left ? "left" : "stayed";
            Console.WriteLine(Invariant($"  {customer[ChurnTable.Id]}: {100 * probabilities[row]:0.0} %, {decision}; {fate}"));
            foreach (var line in reasons.Of(customer).Take(ReasonsShown).Chunk(ReasonsALine))
            {
                Console.WriteLine($"    {string.Join(", ", line)}");
            }
        }

        Console.WriteLine();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
