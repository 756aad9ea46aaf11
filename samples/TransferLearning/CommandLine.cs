using System.CommandLine;
using static Samples.Arguments;

namespace TransferLearning;

/// <summary>The options of the program: <c>--help</c> lists them.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> Data = OptionalPath("--data", "Folder with MNIST-style files (train-images-idx3-ubyte and so on, plain or .gz) of ten classes; without it the program draws its own digits", "FOLDER");
    private static readonly Option<int> Epochs = Number("--epochs", "Passes through the images of the first five classes", 3, 1, 10_000);
    private static readonly Option<int> Images = Number("--images", "Images of each of the other five classes (0: 5, 20 and 100, one after the other)", 0, 0, 100_000);
    private static readonly Option<int> Repeats = Number("--repeats", "Choices of these images, over which accuracies are averaged", 3, 1, 1000);
    private static readonly Option<ulong> Seed = Number("--seed", "Seed of the initial weights, of the order of the images and of their choice", 42UL, 0UL, ulong.MaxValue);
    private static readonly Option<string> Trunk = Path("--trunk", "Where to save the network of the first five classes", "FILE", "trunk.safetensors");

    /// <summary>Reads the command line. Prints the help, the version or what is wrong.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="exitCode">The exit code if there is nothing to run.</param>
    /// <returns>The options; null if there is nothing to run.</returns>
    public static Options? Parse(string[] args, out int exitCode)
    {
        var root = new RootCommand("Learns to see on five classes with many images, and uses that for five others with few.")
        {
            Data, Epochs, Images, Repeats, Seed, Trunk,
        };
        if (Read(root, "transfer", args, out exitCode) is not { } parsed)
        {
            return null;
        }

        var images = parsed.GetValue(Images);
        return new(
            parsed.GetValue(Data), parsed.GetValue(Epochs), images == 0 ? null : images, parsed.GetValue(Repeats), parsed.GetValue(Seed), parsed.GetValue(Trunk)!);
    }
}
