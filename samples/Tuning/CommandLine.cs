using System.CommandLine;
using System.CommandLine.Parsing;
using static Samples.Arguments;

namespace Tuning;

/// <summary>The options of the program: <c>--help</c> lists them.</summary>
internal static class CommandLine
{
    private static readonly Dictionary<string, Method> Methods = new() { ["halving"] = Method.Halving, ["random"] = Method.Random, ["both"] = Method.Both };
    private static readonly Option<string?> Data = OptionalPath("--data", "Folder with MNIST-style files (train-images-idx3-ubyte and so on, plain or .gz); without it the program draws its own digits", "FOLDER");
    private static readonly Option<string> Search = new("--method")
    {
        Description = "halving: many trials, of which the best third goes on again and again; random: few, all trained to the end, for as many epochs in all; both: the one, then the other",
        HelpName = "halving|random|both",
        DefaultValueFactory = _ => "both",
        Validators = { IsMethod },
    };
    private static readonly Option<int> Trials = Number("--trials", "Trials that successive halving begins with", 27, 1, 10_000);
    private static readonly Option<int> Epochs = Number("--epochs", "Epochs of a trial that gets to the end", 27, 1, 10_000);
    private static readonly Option<ulong> Seed = Number("--seed", "Seed of the trials and of which images are held back", 42UL, 0UL, ulong.MaxValue);
    private static readonly Option<int> Parallel = Number("--parallel", "Trials that train at once, with one thread each (0: one per processor); the results are the same for any number", 0, 0, 1024);
    private static readonly Option<string> Folder = Path("--folder", "Where the search is kept, to go on with after it was stopped or killed", "FOLDER", "runs/tuning");
    private static readonly Option<string> Save = Path("--save", "Where to save the best network", "FILE", "tuned.safetensors");

    /// <summary>Reads the command line. Prints the help, the version or what is wrong.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="exitCode">The exit code if there is nothing to run.</param>
    /// <returns>The options; null if there is nothing to run.</returns>
    public static Options? Parse(string[] args, out int exitCode)
    {
        var root = new RootCommand("Searches for the learning rate, width, dropout, batch size and weight decay that suit a network for images of digits.")
        {
            Data, Search, Trials, Epochs, Seed, Parallel, Folder, Save,
        };
        if (Read(root, "tuning", args, out exitCode) is not { } parsed)
        {
            return null;
        }

        var parallel = parsed.GetValue(Parallel);
        return new(
            parsed.GetValue(Data),
            Methods[parsed.GetValue(Search)!],
            parsed.GetValue(Trials),
            parsed.GetValue(Epochs),
            parsed.GetValue(Seed),
            parallel == 0 ? null : parallel,
            parsed.GetValue(Folder)!,
            parsed.GetValue(Save)!);
    }

    private static void IsMethod(OptionResult option)
    {
        foreach (var token in option.Tokens.Where(token => !Methods.ContainsKey(token.Value)))
        {
            option.AddError($"--method takes {string.Join(", ", Methods.Keys)}, not '{token.Value}'.");
        }
    }
}
