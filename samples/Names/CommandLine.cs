using System.CommandLine;
using static Samples.Arguments;

namespace Names;

/// <summary>The options of the program: <c>--help</c> lists them.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> Data = OptionalPath("--data", "Folder with a file of names for each language (4 or 18 of them, such as German.txt), a name on each line; without it the program makes names up", "FOLDER");
    private static readonly Option<int> Epochs = Number("--epochs", "Passes through the training set", 6, 1, 10_000);
    private static readonly Option<int> Batch = Number("--batch", "Names per step", 32, 1, 65_536);
    private static readonly Option<double> Rate = Number("--rate", "Learning rate of Adam at the start; falls in half a cosine", 5e-3, 0.0, 1.0);
    private static readonly Option<ulong> Seed = Number("--seed", "Seed of the initial weights and of the order of the names", 42UL, 0UL, ulong.MaxValue);
    private static readonly Option<int> Threads = ThreadCount();
    private static readonly Option<string> Save = Path("--save", "Where to save the trained network", "FILE", "names.safetensors");

    /// <summary>Reads the command line. Prints the help, the version or what is wrong.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="exitCode">The exit code if there is nothing to run.</param>
    /// <returns>The options; null if there is nothing to run.</returns>
    public static Options? Parse(string[] args, out int exitCode)
    {
        var root = new RootCommand("Trains an LSTM to say which language a name belongs to, letter by letter.") { Data, Epochs, Batch, Rate, Seed, Threads, Save };
        if (Read(root, "names", args, out exitCode) is not { } parsed)
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
            parsed.GetValue(Save)!);
    }
}
