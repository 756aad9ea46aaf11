using System.CommandLine;
using static Samples.Arguments;

namespace Autoencoder;

/// <summary>The commands of the program and their options: <c>--help</c> lists them.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> Data = OptionalPath("--data", "Folder with MNIST-style files (train-images-idx3-ubyte and so on, plain or .gz); without it the program draws its own digits", "FOLDER");
    private static readonly Option<int> Epochs = Number("--epochs", "Passes through the training set", 10, 1, 10_000);
    private static readonly Option<ulong> Seed = Number("--seed", "Seed of the initial weights, of the order of the images and of the noise", 42UL, 0UL, ulong.MaxValue);
    private static readonly Option<double> Noise = Number("--noise", "Standard deviation of the noise; a pixel goes from 0 to 1", 0.4, 0.0, 10.0);
    private static readonly Option<string> Picture = Path("--picture", "Where to save the picture", "FILE", "denoised.png");

    /// <summary>Reads the command line. Prints the help, the version or what is wrong.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="exitCode">The exit code if there is nothing to run.</param>
    /// <returns>The options; null if there is nothing to run.</returns>
    public static Options? Parse(string[] args, out int exitCode)
    {
        var root = new RootCommand("Networks that pass images of digits through a bottleneck.")
        {
            new Command("denoise", "Learns to take noise out of images, and draws some: noisy, clean, reconstructed") { Data, Epochs, Seed, Noise, Picture },
        };
        return Read(root, "autoencoder", args, out exitCode) is { } parsed
            ? new(parsed.GetValue(Data), parsed.GetValue(Epochs), parsed.GetValue(Seed), parsed.GetValue(Noise), parsed.GetValue(Picture)!)
            : null;
    }
}
