using System.Diagnostics;
using System.Globalization;
using NetGen;

namespace CustomMath;

/// <summary>The program: three trainings, three results, one picture.</summary>
internal static class Run
{
    /// <summary>What a shell reports for a program ended by Ctrl+C.</summary>
    public const int Cancelled = 130;

    private const int ActivationEpochs = 800;
    private const int QuantileEpochs = 60;
    private const int OscillatorSteps = 12_000;

    /// <summary>Runs it all.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int Execute(Options options, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var wave = PeriodicFit.Train(ActivationEpochs, options.Seed, cancellation);
        Say($"An activation of one's own, x + sin²(a x) / a with a learned a, on sin 3x + x / 2   {Seconds(clock)}");
        Say($"  mean deviation  {wave.SnakeError:0.0000}  ({wave.ReluError:0.0000} with ReLU)");
        Say($"  learned a       {string.Join(" and ", wave.Waves.Select(a => Text($"{a:0.00}")))}  (from 1)");
        Say($"");

        var bound = QuantileFit.Train(QuantileEpochs, options.Seed, cancellation);
        Say($"A loss of one's own: an upper bound that holds {100 * QuantileNet.Level:0} times out of 100   {Seconds(clock)}");
        Say($"  holds for       {100 * bound.Below:0.0} % of {bound.Held.Count:N0} samples it has not seen");
        Say($"  little noise    {100 * bound.BelowOnTheLeft:0.0} %");
        Say($"  much noise      {100 * bound.BelowOnTheRight:0.0} %");
        Say($"");

        var spring = OscillatorFit.Train(OscillatorSteps, options.Seed, cancellation);
        Say($"A differential equation, u'' + {2 * OscillatorNet.Damping} u' + {OscillatorNet.Frequency * OscillatorNet.Frequency} u = 0, without any data   {Seconds(clock)}");
        Say($"  largest error   {100 * spring.LargestError:0.00} % of the first displacement");
        Say($"");

        new PlotFigure { Title = "Mathematics of one's own", Plots = [spring.Plot(), wave.Plot(), bound.Plot()] }.Save(options.Picture);
        Say($"{options.Picture}: all three, learned and exact");
        return 0;
    }

    private static string Seconds(Stopwatch clock)
    {
        var seconds = clock.Elapsed.TotalSeconds;
        clock.Restart();
        return Text($"({seconds:0.0} s)");
    }

    private static void Say(FormattableString text) => Console.WriteLine(Text(text));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
