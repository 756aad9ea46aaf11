using System.CommandLine;
using ILGPU.Runtime;
using static Samples.Arguments;

namespace GpuDigits;

/// <summary>The options of the program: <c>--help</c> lists them.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> Data = OptionalPath("--data", "Folder with MNIST-style files (train-images-idx3-ubyte and so on, plain or .gz); without it the program draws its own digits", "FOLDER");
    private static readonly Option<int> Samples = Number("--samples", "Digits to draw, and a sixth as many for the test; with --data, all are used", 12_000, 60, 1_000_000);
    private static readonly Option<int> Epochs = Number("--epochs", "Passes through the training set", 3, 1, 10_000);
    private static readonly Option<int> Batch = Number("--batch", "Samples per step", 256, 1, 65_536);
    private static readonly Option<double> Rate = Number("--rate", "Learning rate of Adam", 1e-3, 0.0, 1.0);
    private static readonly Option<AcceleratorType?> Device = new("--device") { Description = "Cuda, OpenCL or CPU, which is ILGPU's own and very slow; without it the best that is found" };
    private static readonly Option<bool> Launches = new("--launches") { Description = "Show how long each kernel of a step takes" };

    /// <summary>Reads the command line. Prints the help, the version or what is wrong.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="exitCode">The exit code if there is nothing to run.</param>
    /// <returns>The options; null if there is nothing to run.</returns>
    public static Options? Parse(string[] args, out int exitCode)
    {
        var root = new RootCommand("Trains a network on the best device found and on the processor, and compares.") { Data, Samples, Epochs, Batch, Rate, Device, Launches };
        return Read(root, "gpu", args, out exitCode) is { } parsed
            ? new(parsed.GetValue(Data), parsed.GetValue(Samples), parsed.GetValue(Epochs), parsed.GetValue(Batch), parsed.GetValue(Rate), parsed.GetValue(Device), parsed.GetValue(Launches))
            : null;
    }
}
