using System.CommandLine;
using static Samples.Arguments;

namespace Gan;

/// <summary>The options of the program: <c>--help</c> lists them.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> Data = OptionalPath("--data", "Folder with MNIST-style files (train-images-idx3-ubyte and so on, plain or .gz), such as Fashion-MNIST's; without it the program draws its own digits", "FOLDER");
    private static readonly Option<int> Epochs = Number("--epochs", "Passes through the pictures", 5, 1, 10_000);
    private static readonly Option<double> Rate = Number("--rate", "Learning rate of Adam, for both networks", 1e-3, 0.0, 1.0);
    private static readonly Option<ulong> Seed = Number("--seed", "Seed of the initial weights, of the order of the pictures and of the random numbers", 42UL, 0UL, ulong.MaxValue);
    private static readonly Option<string> Output = Path("--output", "Folder for a picture per epoch (PNG), the curves (SVG, CSV) and the generator", "FOLDER", "gan");

    /// <summary>Reads the command line. Prints the help, the version or what is wrong.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="exitCode">The exit code if there is nothing to run.</param>
    /// <returns>The options; null if there is nothing to run.</returns>
    public static Options? Parse(string[] args, out int exitCode)
    {
        var root = new RootCommand("Learns to draw pictures like given ones, by two networks that are trained against each other.")
        {
            Data, Epochs, Rate, Seed, Output,
        };
        return Read(root, "gan", args, out exitCode) is { } parsed
            ? new(parsed.GetValue(Data), parsed.GetValue(Epochs), parsed.GetValue(Rate), parsed.GetValue(Seed), parsed.GetValue(Output)!)
            : null;
    }
}
