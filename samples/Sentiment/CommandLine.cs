using System.CommandLine;
using static Samples.Arguments;

namespace Sentiment;

/// <summary>The options of the program: <c>--help</c> lists them.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> Data = OptionalPath("--data", "Folder with sentences: files *.txt with lines of text, tabulator and 0 or 1, or rt-polarity.neg and rt-polarity.pos; without it the program writes its own", "FOLDER");
    private static readonly Option<int> Epochs = Number("--epochs", "Passes through the training set", 6, 1, 10_000);
    private static readonly Option<int> Batch = Number("--batch", "Sentences per step", 32, 1, 65_536);
    private static readonly Option<double> Rate = Number("--rate", "Learning rate of AdamW after the warm-up; falls in half a cosine", 3e-3, 0.0, 1.0);
    private static readonly Option<ulong> Seed = Number("--seed", "Seed of the initial weights and of the order of the sentences", 42UL, 0UL, ulong.MaxValue);
    private static readonly Option<int> Threads = ThreadCount();
    private static readonly Option<string> Output = Path("--output", "Folder for the trained networks and the vocabulary", "FOLDER", "sentiment");

    /// <summary>Reads the command line. Prints the help, the version or what is wrong.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="exitCode">The exit code if there is nothing to run.</param>
    /// <returns>The options; null if there is nothing to run.</returns>
    public static Options? Parse(string[] args, out int exitCode)
    {
        var root = new RootCommand("Trains a GRU and a small transformer to tell positive sentences from negative ones, and compares them.") { Data, Epochs, Batch, Rate, Seed, Threads, Output };
        if (Read(root, "sentiment", args, out exitCode) is not { } parsed)
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
