using System.CommandLine;
using static Samples.Arguments;

namespace Digits;

/// <summary>The options of the program: <c>--help</c> lists them.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> Data = OptionalPath("--data", "Folder with MNIST-style files (train-images-idx3-ubyte and so on, plain or .gz); without it the program draws its own digits", "FOLDER");

    // Batch and rate: the best of 64, 128, 256 and 1e-3, 2e-3, 3e-3 for MNIST and Fashion-MNIST together, by the images held back from
    // training (see Run), not by the test set.
    private static readonly Option<int> Epochs = Number("--epochs", "Passes through the training set", 10, 1, 10_000);
    private static readonly Option<int> Batch = Number("--batch", "Samples per step", 64, 1, 65_536);
    private static readonly Option<double> Rate = Number("--rate", "Learning rate of Adam at the start; falls in a straight line", 2e-3, 0.0, 1.0);
    private static readonly Option<ulong> Seed = Number("--seed", "Seed of the initial weights and of the order of the samples", 42UL, 0UL, ulong.MaxValue);
    private static readonly Option<int> Threads = ThreadCount();
    private static readonly Option<bool> Convolutional = new("--conv") { Description = "Train a convolutional network: slower, and right more often" };
    private static readonly Option<bool> Wide = new("--wide") { Description = "Train a wider convolutional network with batch norms, for harder pictures such as Fashion-MNIST" };
    private static readonly Option<string> Save = Path("--save", "Where to save the trained network", "FILE", "digits.safetensors");

    private static readonly Option<string?> Compiled = OptionalPath("--compiled", "Where to write the weights for [Weights] of another program, such as samples/Edge and samples/Service", "FILE");

    /// <summary>Reads the command line. Prints the help, the version or what is wrong.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="exitCode">The exit code if there is nothing to run.</param>
    /// <returns>The options; null if there is nothing to run.</returns>
    public static Options? Parse(string[] args, out int exitCode)
    {
        var root = new RootCommand("Trains a network on images of digits, and shows what it learned.")
        {
            Data, Epochs, Batch, Rate, Seed, Threads, Convolutional, Wide, Save, Compiled,
        };
        if (Read(root, "digits", args, out exitCode) is not { } parsed)
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
            parsed.GetValue(Wide) ? Network.WideConvolutional : parsed.GetValue(Convolutional) ? Network.Convolutional : Network.Dense,
            parsed.GetValue(Save)!,
            parsed.GetValue(Compiled));
    }
}
