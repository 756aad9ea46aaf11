using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Digits;

/// <summary>The options of the program: <c>--help</c> lists them.</summary>
internal static class CommandLine
{
    /// <summary>The exit code for options that make no sense.</summary>
    public const int UsageError = 2;

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder with MNIST-style files (train-images-idx3-ubyte and so on, plain or .gz); without it the program draws its own digits",
        HelpName = "FOLDER",
        Validators = { NotEmpty },
    };

    // Batch and rate: the best of 64, 128, 256 and 1e-3, 2e-3, 3e-3 for MNIST and Fashion-MNIST together, by the images held back from
    // training (see Run), not by the test set.
    private static readonly Option<int> Epochs = Number("--epochs", "Passes through the training set", 10, 1, 10_000);
    private static readonly Option<int> Batch = Number("--batch", "Samples per step", 64, 1, 65_536);
    private static readonly Option<double> Rate = Number("--rate", "Learning rate of Adam at the start; falls in a straight line", 2e-3, 0.0, 1.0);
    private static readonly Option<ulong> Seed = Number("--seed", "Seed of the initial weights and of the order of the samples", 42UL, 0UL, ulong.MaxValue);
    private static readonly Option<int> Threads = Number("--threads", "Threads that compute (0: one per processor)", 0, 0, 1024);

    private static readonly Option<string> Save = new("--save")
    {
        Description = "Where to save the trained network",
        HelpName = "FILE",
        DefaultValueFactory = _ => "digits.safetensors",
        Validators = { NotEmpty },
    };

    /// <summary>Reads the command line. Prints the help, the version or what is wrong.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="exitCode">The exit code if there is nothing to run.</param>
    /// <returns>The options; null if there is nothing to run.</returns>
    public static Options? Parse(string[] args, out int exitCode)
    {
        var root = new RootCommand("Trains a network on images of digits, and shows what it learned.")
        {
            Data, Epochs, Batch, Rate, Seed, Threads, Save,
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine($"digits: {error.Message}");
            }

            Console.Error.WriteLine("Try --help.");
            exitCode = UsageError;
            return null;
        }

        if (parsed.Action is not null)
        {
            exitCode = parsed.Invoke();
            return null;
        }

        exitCode = 0;
        var threads = parsed.GetValue(Threads);
        return new(
            parsed.GetValue(Data),
            parsed.GetValue(Epochs),
            parsed.GetValue(Batch),
            parsed.GetValue(Rate),
            parsed.GetValue(Seed),
            threads == 0 ? null : threads,
            parsed.GetValue(Save)!);
    }

    private static void NotEmpty(OptionResult option)
    {
        if (option.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            option.AddError($"{option.Option.Name} takes a path, not an empty text.");
        }
    }

    private static Option<T> Number<T>(string name, string description, T normally, T least, T most)
        where T : struct, INumber<T>
    {
        return new(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => normally,
            CustomParser = Read,
        };

        T Read(ArgumentResult argument)
        {
            var text = argument.Tokens[0].Value;
            if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            {
                return value;
            }

            argument.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number from {least} to {most}, not '{text}'."));
            return normally;
        }
    }
}
