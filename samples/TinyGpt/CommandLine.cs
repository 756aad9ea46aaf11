using System.CommandLine;
using NetGen;
using static Samples.Arguments;

namespace TinyGpt;

/// <summary>The options of the program: <c>--help</c> lists them.</summary>
internal static class CommandLine
{
    private const int NormalSteps = 1000;
    private const int QuickSteps = 600;

    private static readonly Option<string?> Data = OptionalPath("--data", "Text file in UTF-8, or a folder of *.txt or *.md files; without it the program writes prose of its own", "PATH");
    private static readonly Option<bool> Quick = new("--quick") { Description = "A network a tenth as large, for a first look" };
    private static readonly Option<int> Steps = Number("--steps", $"Steps of the training (0: {NormalSteps}; {QuickSteps} with --quick)", 0, 0, 100_000_000);
    private static readonly Option<int> Interval = Number("--interval", "Steps between two validations", 100, 1, 1_000_000);
    private static readonly Option<int> Batch = Number("--batch", "Windows per step", 16, 1, 65_536);
    private static readonly Option<double> Rate = Number("--rate", "Learning rate of AdamW after the warm-up; falls in half a cosine", 2e-3, 0.0, 1.0);
    private static readonly Option<ulong> Seed = Number("--seed", "Seed of the initial weights, the places of the windows and the text", 42UL, 0UL, ulong.MaxValue);
    private static readonly Option<int> Threads = ThreadCount();
    private static readonly Option<string> Save = Path("--save", "Where to save the trained network", "FILE", "tinygpt.safetensors");
    private static readonly Option<string?> Checkpoint = OptionalPath("--checkpoint", "Folder that keeps the state of the training: called again, the program goes on from there", "FOLDER");
    private static readonly Option<string?> Load = OptionalPath("--load", "A saved network to write with, without a training (with --quick if it was trained so)", "FILE");
    private static readonly Option<string> Prompt = new("--prompt") { Description = "What the text begins with", HelpName = "TEXT", DefaultValueFactory = _ => "\n" };
    private static readonly Option<int> Length = Number("--length", "Characters to write", 500, 0, 1_000_000);
    private static readonly Option<double> Temperature = Number("--temperature", "Below 1 likely characters become likelier; 0: always the likeliest", 0.8, 0.0, 100.0);
    private static readonly Option<int> TopK = Number("--top-k", "Draw from so many of the likeliest characters (0: all)", 0, 0, 1_000_000);
    private static readonly Option<double> TopP = Number("--top-p", "Draw from the likeliest characters that together have this probability", 0.95, 0.0, 1.0);

    /// <summary>Reads the command line. Prints the help, the version or what is wrong.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="exitCode">The exit code if there is nothing to run.</param>
    /// <returns>The options; null if there is nothing to run.</returns>
    public static Options? Parse(string[] args, out int exitCode)
    {
        var root = new RootCommand("Trains a transformer to write, character by character, as a text does.")
        {
            Data, Quick, Steps, Interval, Batch, Rate, Seed, Threads, Save, Checkpoint, Load, Prompt, Length, Temperature, TopK, TopP,
        };
        if (Read(root, "tinygpt", args, out exitCode) is not { } parsed)
        {
            return null;
        }

        var (quick, prompt) = (parsed.GetValue(Quick), parsed.GetValue(Prompt)!);
        return new(
            parsed.GetValue(Data),
            quick,
            Given(parsed.GetValue(Steps)) ?? (quick ? QuickSteps : NormalSteps),
            parsed.GetValue(Interval),
            parsed.GetValue(Batch),
            parsed.GetValue(Rate),
            parsed.GetValue(Seed),
            Given(parsed.GetValue(Threads)),
            parsed.GetValue(Save)!,
            parsed.GetValue(Checkpoint),
            parsed.GetValue(Load),
            new(prompt.Length > 0 ? prompt : "\n", parsed.GetValue(Length), new()
            {
                Temperature = parsed.GetValue(Temperature), TopK = parsed.GetValue(TopK), TopP = parsed.GetValue(TopP), Seed = parsed.GetValue(Seed),
            }));
    }
}
