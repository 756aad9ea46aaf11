using System.CommandLine;
using static Samples.Arguments;

namespace HousePrices;

/// <summary>The options of the program: <c>--help</c> lists them.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> Data = OptionalPath("--data", "CSV file with the columns of the California Housing table, ocean_proximity included; without it the program generates such a table", "FILE");
    private static readonly Option<int> Epochs = Number("--epochs", "Passes through the training part, at most: the training ends when it no longer helps", HouseTraining.Epochs, 1, 10_000);
    private static readonly Option<ulong> Seed = Number("--seed", "Seed of the division of the table, of the initial weights and of the order of the districts", 42UL, 0UL, ulong.MaxValue);
    private static readonly Option<string> Save = Path("--save", "Where to save the trained network", "FILE", "houses.safetensors");
    private static readonly Option<string?> Checkpoint = OptionalPath("--checkpoint", "Folder that keeps the state of the training: called again, the program goes on from there", "FOLDER");
    private static readonly Option<bool> Quiet = new("--quiet") { Description = "Leave out the network's layers and the progress of the training" };

    /// <summary>Reads the command line. Prints the help, the version or what is wrong.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="exitCode">The exit code if there is nothing to run.</param>
    /// <returns>The options; null if there is nothing to run.</returns>
    public static Options? Parse(string[] args, out int exitCode)
    {
        var root = new RootCommand("Learns from a table of districts what houses in them cost, and shows how far it is off.")
        {
            Data, Epochs, Seed, Save, Checkpoint, Quiet,
        };
        if (Read(root, "houses", args, out exitCode) is not { } parsed)
        {
            return null;
        }

        return new(
            parsed.GetValue(Data),
            parsed.GetValue(Epochs),
            parsed.GetValue(Seed),
            parsed.GetValue(Save)!,
            parsed.GetValue(Checkpoint),
            parsed.GetValue(Quiet));
    }
}
