using System.Globalization;
using NetGen;

namespace HousePrices;

/// <summary>Says in the terminal how far predicted prices are off, and where.</summary>
internal static class Report
{
    private const int BarWidth = 40;

    // Where the bars of the histogram end, in 100,000 dollars.
    private static readonly double[] Edges = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1];

    /// <summary>Measures the model on the districts that were held out.</summary>
    public static void Test(HouseModel model, CsvTable train, CsvTable test)
    {
        var prices = test.Numbers(HouseTable.Target);
        var errors = new PriceErrors(model.Prices(test), prices);
        var mean = train.Column(HouseTable.Target).Mean;
        var guess = new PriceErrors([.. Enumerable.Repeat((float)mean, test.Count)], prices);
        Console.WriteLine($"Test: {test.Count:N0} districts, in units of 100,000 dollars");
        Console.WriteLine(Invariant($"  RMSE {errors.RootMeanSquare:0.000} (always saying the mean price: {guess.RootMeanSquare:0.000})"));
        Console.WriteLine(Invariant($"  MAE  {errors.MeanAbsolute:0.000}; half of the errors are below {errors.Within(0.5):0.000}, nine of ten below {errors.Within(0.9):0.000}"));
        Console.WriteLine(Invariant($"  R²   {errors.R2:0.000}"));
        Console.WriteLine();
        Console.WriteLine("Prediction minus price:");
        ShowHistogram(errors.Errors);
        Console.WriteLine();
        Console.WriteLine("By distance from the sea:");
        ShowGroups(test, errors.Errors, row => test[row][HouseTable.Sea] ?? "unknown");
        Console.WriteLine();
        Console.WriteLine("By price (in the real table 5 stands for every dearer district, too):");
        ShowGroups(test, errors.Errors, row => PriceRange(prices[row]));
        Console.WriteLine();
    }

    private static void ShowHistogram(double[] errors)
    {
        var counts = new int[Edges.Length + 1];
        foreach (var error in errors)
        {
            counts[Edges.Count(edge => error >= edge)]++;
        }

        for (var i = 0; i < counts.Length; i++)
        {
            var range = i == 0 ? Invariant($"below {Edges[0]:0.00}")
                : i == Edges.Length ? Invariant($"{Edges[^1]:+0.00} or above")
                : Invariant($"{Edges[i - 1]:+0.00;-0.00;0.00} to {Edges[i]:+0.00;-0.00;0.00}");
            var bar = new string('#', (int)Math.Round((double)BarWidth * counts[i] / counts.Max()));
            Console.WriteLine(Invariant($"  {range,-15}{counts[i],6}  {bar}").TrimEnd());
        }
    }

    private static void ShowGroups(CsvTable test, double[] errors, Func<int, string> name)
    {
        Console.WriteLine($"  {"",-12}{"districts",10}{"mean error",12}{"RMSE",8}");
        foreach (var group in Enumerable.Range(0, test.Count).GroupBy(name).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var mean = group.Average(row => errors[row]);
            var rmse = Math.Sqrt(group.Average(row => errors[row] * errors[row]));
            Console.WriteLine(Invariant($"  {group.Key,-12}{group.Count(),10}{mean,12:+0.000;-0.000}{rmse,8:0.000}"));
        }
    }

    private static string PriceRange(double price) => price switch
    {
        < 1 => "0 to 1",
        < 2 => "1 to 2",
        < 3 => "2 to 3",
        < 5 => "3 to 5",
        _ => "5 and above",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
