using System.Diagnostics;
using System.Globalization;

namespace Reinforcement;

/// <summary>The program: play and learn until the task is solved, then play without learning.</summary>
internal static class Run
{
    // What a shell reports for a program ended by Ctrl+C.
    private const int Cancelled = 130;
    private const int EpisodesBetweenLines = 100;

    /// <summary>Runs it all.</summary>
    /// <returns>The exit code: 0 where the task was solved.</returns>
    public static int Execute(Options options, CancellationToken cancellation)
    {
        Console.WriteLine(PolicyNet.Info);
        Console.WriteLine(ValueNet.Info);
        Console.WriteLine($"Solved is a mean of {PolicyTraining.Goal} steps, of at most {CartPole.MostSteps}, over {PolicyTraining.Window} episodes.");
        var training = new PolicyTraining(options.Seed);
        var clock = Stopwatch.StartNew();
        while (!training.IsSolved && training.Returns.Count < options.Episodes)
        {
            if (cancellation.IsCancellationRequested)
            {
                Console.WriteLine("Stopped.");
                return Cancelled;
            }

            training.Advance();
            if (training.Returns.Count % EpisodesBetweenLines == 0)
            {
                Console.WriteLine(Invariant($"episode {training.Returns.Count,5}  mean of the last {Math.Min(PolicyTraining.Window, training.Returns.Count)}: {training.Mean,6:0.0} steps  {clock.Elapsed.TotalSeconds:0.0} s"));
            }
        }

        if (!training.IsSolved)
        {
            Console.WriteLine(Invariant($"Not solved in {training.Returns.Count} episodes: the mean of the last ones is {training.Mean:0.0}. Try another --seed or more --episodes."));
            return 1;
        }

        var tested = training.Test(PolicyTraining.Window);
        Console.WriteLine(Invariant($"Solved after {training.Returns.Count} episodes in {clock.Elapsed.TotalSeconds:0.0} s, with a mean of {training.Mean:0.0} steps."));
        Console.WriteLine(Invariant($"Taking the most probable action: {tested.Average():0.0} steps on average in {tested.Length} episodes, {tested.Min():0} at least."));
        return 0;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
