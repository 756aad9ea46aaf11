using System.Globalization;
using NetGen;

namespace TinyGpt;

/// <summary>Writes a line after each interval, and keeps the speed.</summary>
/// <param name="context">Tokens of a window.</param>
/// <param name="output">Where lines go.</param>
internal sealed class IntervalLines(int context, TextWriter output) : TrainingCallback
{
    private readonly List<double> _speeds = [];

    /// <summary>Tokens per second in each interval of this run, validation left out.</summary>
    public IReadOnlyList<double> Speeds => _speeds;

    /// <inheritdoc/>
    public override void OnBegin(TrainingContext training)
    {
        output.WriteLine($"{(long)training.Epochs * training.BatchesPerEpoch:N0} steps of {training.BatchSize} windows of {context} characters; a line every {training.BatchesPerEpoch} steps. Losses are in nats per character.");
        output.WriteLine("  step   million tokens   loss    validation   rate       tokens/s");
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingContext training, EpochResult result)
    {
        _speeds.Add(training.SamplesPerSecond * context);
        var tokens = (double)training.Step * training.BatchSize * context;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{training.Step,6}   {tokens / 1e6,14:0.000}   {result.Loss,-7:0.0000} {result.ValidationLoss,-12:0.0000} {result.LearningRate,-10:0.00e+0} {_speeds[^1],8:N0}"));
        output.Flush();
    }
}
