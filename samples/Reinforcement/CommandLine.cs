using System.CommandLine;
using static Samples.Arguments;

namespace Reinforcement;

/// <summary>The options of the program: <c>--help</c> lists them.</summary>
internal static class CommandLine
{
    private static readonly Option<int> Episodes = Number("--episodes", "Episodes at most: the training ends when the task is solved", 5_000, 1, 1_000_000);
    private static readonly Option<ulong> Seed = Number("--seed", "Seed of the initial weights, of the beginnings and of the actions", 1UL, 0UL, ulong.MaxValue);

    /// <summary>Reads the command line. Prints the help, the version or what is wrong.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="exitCode">The exit code if there is nothing to run.</param>
    /// <returns>The options; null if there is nothing to run.</returns>
    public static Options? Parse(string[] args, out int exitCode)
    {
        var root = new RootCommand("Learns to balance a pole on a cart, by trying.")
        {
            Episodes, Seed,
        };
        return Read(root, "reinforcement", args, out exitCode) is { } parsed ? new(parsed.GetValue(Episodes), parsed.GetValue(Seed)) : null;
    }
}
