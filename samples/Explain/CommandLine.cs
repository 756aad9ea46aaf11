using System.CommandLine;
using static Samples.Arguments;

namespace Explaining;

/// <summary>The options of the program: <c>--help</c> lists them.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> Images = OptionalPath("--data", "Folder with MNIST-style files (train-images-idx3-ubyte and so on, plain or .gz); without it the program draws its own digits", "FOLDER");
    private static readonly Option<string?> Table = OptionalPath("--table", "CSV file with the columns of IBM's Telco Customer Churn; without it the program generates such a table", "FILE");
    private static readonly Option<int> Epochs = Number("--epochs", "Passes through each training set", 5, 1, 10_000);
    private static readonly Option<ulong> Seed = Number("--seed", "Seed of the initial weights, of orders, divisions and noise", 42UL, 0UL, ulong.MaxValue);
    private static readonly Option<string> Folder = Path("--out", "Folder for the pictures, made if there is none", "FOLDER", "explained");

    /// <summary>Reads the command line. Prints the help, the version or what is wrong.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="exitCode">The exit code if there is nothing to run.</param>
    /// <returns>The options; null if there is nothing to run.</returns>
    public static Options? Parse(string[] args, out int exitCode)
    {
        var root = new RootCommand("Explains answers of two networks: which pixels make a digit, and which columns make a customer leave.")
        {
            Images, Table, Epochs, Seed, Folder,
        };
        if (Read(root, "explain", args, out exitCode) is not { } parsed)
        {
            return null;
        }

        return new(parsed.GetValue(Images), parsed.GetValue(Table), parsed.GetValue(Epochs), parsed.GetValue(Seed), parsed.GetValue(Folder)!);
    }
}
