using System.Text.Json;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Writes a training to a file as it goes on, one JSON object per line (<c>jq</c>, <c>pandas.read_json(lines=True)</c>):
/// <list type="bullet">
/// <item><c>begin</c>: the network, its layers and parameters, the settings, NetGen's version.</item>
/// <item><c>resume</c>: the same for a training that goes on, with the <c>step</c> that it goes on from.</item>
/// <item><c>step</c>, every <see cref="JsonLinesOptions.StepInterval"/> steps: step, epoch, batch, loss of the batch, learning rate, samples per second.</item>
/// <item><c>epoch</c>: every number of <see cref="EpochResult.Metrics"/>, learning rate, elapsed seconds.</item>
/// <item><c>end</c>: what the training came to. A training that ended by an exception has none.</item>
/// </list>
/// </summary>
/// <remarks>
/// <para>Every line begins with <c>event</c> and <c>time</c> (ISO 8601, UTC). Numbers read back as the same value; those that JSON lacks are the texts
/// <c>"NaN"</c>, <c>"Infinity"</c> and <c>"-Infinity"</c>.</para>
/// <para>The file only grows: a later training appends to it. After a <c>resume</c> line, earlier lines with a greater <c>step</c> tell of work that was lost
/// and done again. What a writer that was cut off left of its last line is dropped.</para>
/// <para>Lines reach the file after each epoch, and in between at a step that comes a second or more after the last time. Others may read the file meanwhile
/// (on Windows opened with <see cref="FileShare.ReadWrite"/>). Dispose of the log to close the file, and to write the last lines of a training that ended by
/// an exception.</para>
/// </remarks>
/// <example><code>
/// using var log = new JsonLinesLog("runs/digits.jsonl");
/// net.Fit(train, new FitOptions { Epochs = 5, Callbacks = [log] });
/// </code></example>
public sealed class JsonLinesLog : TrainingCallback, IDisposable
{
    private readonly JsonLinesOptions _options;
    private readonly LogFile _file;
    private readonly JsonLine _line = new();

    /// <summary>Opens the file.</summary>
    /// <param name="path">The file, which is appended to; it and its folder are made if there are none.</param>
    /// <param name="options">How much is written; null: the defaults.</param>
    /// <exception cref="IOException">The file cannot be written, or exists and is not such a log; it is left as it is.</exception>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public JsonLinesLog(string path, JsonLinesOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _options = options ?? new JsonLinesOptions();
        _file = LogFile.Open(path, FileMode.OpenOrCreate, _options.TimeProvider, JsonLinesFile.SeekEnd);
    }

    /// <summary>The whole path of the file.</summary>
    public string Path => _file.Path;

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnBegin(TrainingContext training)
    {
        ArgumentNullException.ThrowIfNull(training);
        Utf8JsonWriter json = Begin(training.Step > 0 ? "resume" : "begin");
        json.WriteNumber("step", training.Step);
        TrainingDescription.Write(json, training);
        End();
        _file.Flush();
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnStep(TrainingContext training)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (LogInterval.Holds(_options.StepInterval, training.Step))
        {
            Utf8JsonWriter json = Begin("step");
            json.WriteNumber("step", training.Step);
            json.WriteNumber("epoch", training.Epoch);
            json.WriteNumber("batch", training.Batch);
            json.WriteValue("loss", training.BatchLoss);
            json.WriteValue("learning_rate", training.Optimizer.LearningRate);
            json.WriteValue("samples_per_second", training.SamplesPerSecond);
            End();
        }

        _file.FlushIfDue();
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnEpochEnd(TrainingContext training, EpochResult result)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(result);
        Utf8JsonWriter json = Begin("epoch");
        json.WriteNumber("epoch", result.Epoch);
        json.WriteNumber("step", training.Step);
        json.WriteValue("learning_rate", result.LearningRate);
        json.WriteValue("elapsed", result.Elapsed.TotalSeconds);
        json.WriteMetrics("metrics", result.Metrics);
        End();
        _file.Flush();
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnEnd(TrainingContext training, FitResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Utf8JsonWriter json = Begin("end");
        json.WriteNumber("step", result.Steps);
        json.WriteNumber("epochs", result.Epochs.Count);
        json.WriteValue("elapsed", result.Elapsed.TotalSeconds);
        json.WriteBoolean("cancelled", result.Cancelled);
        json.WriteBoolean("stopped_early", result.StoppedEarly);
        json.WriteString("resumed_from", result.ResumedFrom);
        if (result.Best is { } best)
        {
            json.WriteNumber("best_epoch", best.Epoch);
            json.WriteMetrics("best", best.Metrics);
        }

        End();
        _file.Flush();
    }

    /// <summary>Writes the last lines and closes the file.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Dispose()
    {
        _line.Dispose();
        _file.Dispose();
    }

    private Utf8JsonWriter Begin(string kind) => _line.Begin(_file.Records, kind, _options.TimeProvider.GetUtcNow());

    private void End() => _line.End(_file.Records);
}
