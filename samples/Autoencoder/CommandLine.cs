using System.CommandLine;
using static Samples.Arguments;

namespace Autoencoder;

/// <summary>The commands of the program and their options: <c>--help</c> lists them.</summary>
internal static class CommandLine
{
    private const string Denoise = "denoise";
    private const string Generate = "vae";

    private static readonly Option<string?> Data = OptionalPath("--data", "Folder with MNIST-style files (train-images-idx3-ubyte and so on, plain or .gz); without it the program draws its own digits", "FOLDER");
    private static readonly Option<int> Epochs = Number("--epochs", "Passes through the training set", 10, 1, 10_000);
    private static readonly Option<ulong> Seed = Number("--seed", "Seed of the initial weights, of the order of the images and of the noise", 42UL, 0UL, ulong.MaxValue);
    private static readonly Option<double> Noise = Number("--noise", "Standard deviation of the noise; a pixel goes from 0 to 1", 0.4, 0.0, 10.0);
    private static readonly Option<string> Denoised = Path("--picture", "Where to save the picture", "FILE", "denoised.png");
    private static readonly Option<string> Generated = Path("--picture", "Where to save the picture", "FILE", "generated.png");

    /// <summary>Reads the command line. Prints the help, the version or what is wrong.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="exitCode">The exit code if there is nothing to run.</param>
    /// <returns>The options; null if there is nothing to run.</returns>
    public static Options? Parse(string[] args, out int exitCode)
    {
        var root = new RootCommand("Networks that pass images of digits through a bottleneck.")
        {
            new Command(Denoise, "Learns to take noise out of images, and draws some: noisy, clean, reconstructed") { Data, Epochs, Seed, Noise, Denoised },
            new Command(Generate, "Learns a distribution of images, and draws digits that nobody has written") { Data, Epochs, Seed, Generated },
        };
        if (Read(root, "autoencoder", args, out exitCode) is not { } parsed)
        {
            return null;
        }

        var generates = parsed.CommandResult.Command.Name == Generate;
        return new(
            generates,
            parsed.GetValue(Data),
            parsed.GetValue(Epochs),
            parsed.GetValue(Seed),
            generates ? 0 : parsed.GetValue(Noise),
            parsed.GetValue(generates ? Generated : Denoised)!);
    }
}
