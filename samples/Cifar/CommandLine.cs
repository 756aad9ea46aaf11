using System.CommandLine;
using static Samples.Arguments;

namespace Cifar;

/// <summary>The options of the program: <c>--help</c> lists them.</summary>
internal static class CommandLine
{
    // CIFAR has enough pictures for large batches; the few that the program draws would make too few steps of them.
    private const int EpochsOfDrawn = 8;
    private const int EpochsOfCifar = 30;
    private const int BatchOfDrawn = 32;
    private const int BatchOfCifar = 64;

    // Goyal et al. 2017, "Accurate, large minibatch SGD": the rate grows with the batch.
    private const double RatePerSample = 0.1 / 64;

    private static readonly Option<string?> Data = OptionalPath("--data", "Folder with the binary files of CIFAR-10 (data_batch_1.bin and so on, test_batch.bin); without it the program draws its own pictures", "FOLDER");
    private static readonly Option<int> Epochs = Number("--epochs", $"Passes through the training set (0: {EpochsOfCifar} with --data, {EpochsOfDrawn} without)", 0, 0, 10_000);
    private static readonly Option<int> Batch = Number("--batch", $"Samples per step (0: {BatchOfCifar} with --data, {BatchOfDrawn} without)", 0, 0, 65_536);
    private static readonly Option<double> Rate = Number("--rate", "Learning rate at the top of the one-cycle schedule (0: 0.1 for a batch of 64, in proportion for others)", 0.0, 0.0, 10.0);
    private static readonly Option<ulong> Seed = Number("--seed", "Seed of the initial weights, of the order of the pictures and of their changes", 42UL, 0UL, ulong.MaxValue);
    private static readonly Option<int> Threads = ThreadCount();
    private static readonly Option<bool> Deep = new("--deep") { Description = "Train the network of 20 layers instead of the one of 8" };
    private static readonly Option<string> Output = Path("--output", "Folder for the trained network, the curves (SVG) and their numbers (CSV)", "FOLDER", "cifar");
    private static readonly Option<string?> Checkpoint = OptionalPath("--checkpoint", "Folder that keeps the state of the training: called again, the program goes on from there", "FOLDER");

    /// <summary>Reads the command line. Prints the help, the version or what is wrong.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="exitCode">The exit code if there is nothing to run.</param>
    /// <returns>The options; null if there is nothing to run.</returns>
    public static Options? Parse(string[] args, out int exitCode)
    {
        var root = new RootCommand("Trains a residual network on small pictures in colours, and shows how it learns.")
        {
            Data, Epochs, Batch, Rate, Seed, Threads, Deep, Output, Checkpoint,
        };
        if (Read(root, "cifar", args, out exitCode) is not { } parsed)
        {
            return null;
        }

        var data = parsed.GetValue(Data);
        var batch = Given(parsed.GetValue(Batch)) ?? (data is null ? BatchOfDrawn : BatchOfCifar);
        return new(
            data,
            Given(parsed.GetValue(Epochs)) ?? (data is null ? EpochsOfDrawn : EpochsOfCifar),
            batch,
            Given(parsed.GetValue(Rate)) ?? batch * RatePerSample,
            parsed.GetValue(Seed),
            Given(parsed.GetValue(Threads)),
            parsed.GetValue(Deep),
            parsed.GetValue(Output)!,
            parsed.GetValue(Checkpoint));
    }
}
