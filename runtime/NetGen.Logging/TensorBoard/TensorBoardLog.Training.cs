using NetGen.Runtime;

namespace NetGen;

/// <content>As a callback.</content>
public sealed partial class TensorBoardLog : TrainingCallback
{
    private const string ValidationPrefix = "validation_";

    private readonly ParameterValues _values = new();
    private GradientSample? _gradients;

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="NotSupportedException">Histograms of gradients are asked for, and the training set's types are not the network's.</exception>
    public override void OnBegin(TrainingContext training)
    {
        ArgumentNullException.ThrowIfNull(training);
        _gradients = _options.GradientHistogramInterval > 0 ? GradientSample.Of(training, _options.GradientSamples ?? training.BatchSize) : null;
        if (training.Step > 0)
        {
            _events.WriteRestart(training.Step + 1);
        }
        else if (_events.FollowsOthers)
        {
            // Nothing of a training that died before its first checkpoint is wanted, also not its first weights. What this log was given before the training began,
            // most likely at step 0, would be forgotten, too.
            _events.WriteRestart(_events.HasValues ? 1 : 0);
        }

        if (training.Step == 0 && _options.WeightHistogramInterval > 0)
        {
            AddWeights(training);
        }

        AddText("network", $"```\n{training.Info.Summary()}\n```", training.Step);
        Flush();
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnStep(TrainingContext training)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (LogInterval.Holds(_options.StepInterval, training.Step))
        {
            AddScalar("train/loss", training.BatchLoss, training.Step);
            AddScalar("learning_rate", training.Optimizer.LearningRate, training.Step);
            AddScalar("samples_per_second", training.SamplesPerSecond, training.Step);
        }
        else
        {
            _events.FlushIfDue();
        }
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnEpochEnd(TrainingContext training, EpochResult result)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(result);
        foreach ((string metric, double value) in result.Metrics)
        {
            AddScalar(Tag(metric), value, training.Step);
        }

        if (!LogInterval.Holds(_options.StepInterval, training.Step))
        {
            AddScalar("learning_rate", result.LearningRate, training.Step);
        }

        if (LogInterval.Holds(_options.WeightHistogramInterval, result.Epoch))
        {
            AddWeights(training);
        }

        if (_gradients is not null && LogInterval.Holds(_options.GradientHistogramInterval, result.Epoch))
        {
            AddGradients(training, _gradients.Compute());
        }

        Flush();
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnEnd(TrainingContext training, FitResult result) => Flush();

    private static string Tag(string metric) => metric == "loss"
        ? "train/epoch_loss"
        : metric.StartsWith(ValidationPrefix, StringComparison.Ordinal) ? $"validation/{metric[ValidationPrefix.Length..]}" : $"train/{metric}";

    private void AddWeights(TrainingContext training)
    {
        foreach (Parameter parameter in training.Network.Parameters)
        {
            AddHistogram($"weights/{parameter.Name}", _values.Read(parameter), training.Step);
        }
    }

    private void AddGradients(TrainingContext training, ReadOnlySpan<float> gradients)
    {
        foreach (Parameter parameter in training.Network.Parameters)
        {
            AddHistogram($"gradients/{parameter.Name}", gradients.Slice(parameter.Offset, parameter.Length), training.Step);
        }
    }
}
