using System.CommandLine;
using static Samples.Arguments;

namespace Forecast;

/// <summary>The options of the program: <c>--help</c> lists them.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> Data = OptionalPath("--data", "CSV file with a line for each day: date (2024-05-31), number and, if there are holidays, 0 or 1; without it the program makes a series", "FILE");
    private static readonly Option<int> Epochs = Number("--epochs", "Passes through the training set", 20, 1, 10_000);
    private static readonly Option<int> Batch = Number("--batch", "Samples per step", 32, 1, 65_536);
    private static readonly Option<double> Rate = Number("--rate", "Learning rate of Adam at the start; falls in half a cosine", 3e-3, 0.0, 1.0);
    private static readonly Option<ulong> Seed = Number("--seed", "Seed of the initial weights and of the order of the samples", 42UL, 0UL, ulong.MaxValue);
    private static readonly Option<int> Threads = ThreadCount();
    private static readonly Option<string> Output = Path("--output", "Folder for the trained network and a picture of forecasts (SVG)", "FOLDER", "forecast");

    /// <summary>Reads the command line. Prints the help, the version or what is wrong.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="exitCode">The exit code if there is nothing to run.</param>
    /// <returns>The options; null if there is nothing to run.</returns>
    public static Options? Parse(string[] args, out int exitCode)
    {
        var root = new RootCommand("Trains an LSTM to forecast the next seven days of a series, and compares it with forecasts that nothing is learned for.") { Data, Epochs, Batch, Rate, Seed, Threads, Output };
        if (Read(root, "forecast", args, out exitCode) is not { } parsed)
        {
            return null;
        }

        return new(
            parsed.GetValue(Data),
            parsed.GetValue(Epochs),
            parsed.GetValue(Batch),
            parsed.GetValue(Rate),
            parsed.GetValue(Seed),
            Given(parsed.GetValue(Threads)),
            parsed.GetValue(Output)!);
    }
}
