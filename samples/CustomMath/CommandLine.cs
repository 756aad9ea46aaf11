using System.CommandLine;
using static Samples.Arguments;

namespace CustomMath;

/// <summary>The options of the program: <c>--help</c> lists them.</summary>
internal static class CommandLine
{
    private static readonly Option<ulong> Seed = Number("--seed", "Seed of the initial weights, of the samples and of their order", 42UL, 0UL, ulong.MaxValue);
    private static readonly Option<string> Picture = Path("--picture", "Where to save the picture", "FILE", "custommath.svg");

    /// <summary>Reads the command line. Prints the help, the version or what is wrong.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="exitCode">The exit code if there is nothing to run.</param>
    /// <returns>The options; null if there is nothing to run.</returns>
    public static Options? Parse(string[] args, out int exitCode)
    {
        var root = new RootCommand("Mathematics of one's own in a network: an activation, a loss, and a differential equation.") { Seed, Picture };
        return Read(root, "custommath", args, out exitCode) is { } parsed ? new(parsed.GetValue(Seed), parsed.GetValue(Picture)!) : null;
    }
}
