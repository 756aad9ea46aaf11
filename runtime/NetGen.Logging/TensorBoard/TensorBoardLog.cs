using Google.Protobuf;
using NetGen.Runtime;
using NetGen.Runtime.TensorBoard;

namespace NetGen;

/// <summary>
/// Writes a training for TensorBoard (<c>tensorboard --logdir runs</c>): loss, learning rate and speed of steps, what was measured after epochs, and
/// histograms of parameters and gradients; and whatever else it is given. Each training of its own belongs in a folder of its own.
/// </summary>
/// <remarks>
/// <para>As a callback it writes <c>train/loss</c> (of the batch), <c>learning_rate</c> and <c>samples_per_second</c> every
/// <see cref="TensorBoardOptions.StepInterval"/> steps; after an epoch <c>train/epoch_loss</c> and a scalar per number of <see cref="EpochResult.Metrics"/>
/// (<c>validation_accuracy</c> is <c>validation/accuracy</c>), and the histograms <c>weights/dense1.weight</c> and <c>gradients/dense1.weight</c>, weights
/// also before the first step; the network's summary is the text <c>network</c>. The step of all of them is <see cref="TrainingContext.Step"/>.</para>
/// <para>Each log is a new event file in the folder. Where the folder has event files of an interrupted training already, a training that goes on from a checkpoint
/// tells TensorBoard to forget what they say about later steps, and one that begins anew to forget all that they say.</para>
/// <para>Events reach the file after each epoch, and in between when one comes a second or more after the last time; only whole events do. Dispose of the log
/// to close the file. It is not for several threads at a time.</para>
/// </remarks>
/// <example><code>
/// using var log = new TensorBoardLog("runs/digits");
/// net.Fit(train, new FitOptions { Epochs = 5, Callbacks = [log] });
/// log.AddImage("first digit", pixels, width: 28, height: 28, channels: 1, step: 0);
/// </code></example>
public sealed partial class TensorBoardLog : IDisposable
{
    private readonly TensorBoardOptions _options;
    private readonly EventFile _events;
    private readonly HistogramBuckets _buckets = new();

    /// <summary>Makes an event file.</summary>
    /// <param name="folder">The folder of the training; made if there is none.</param>
    /// <param name="options">How much is written; null: the defaults.</param>
    /// <exception cref="IOException">The folder or the file cannot be written.</exception>
    /// <exception cref="ArgumentException">The folder has no name.</exception>
    public TensorBoardLog(string folder, TensorBoardOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _options = options ?? new TensorBoardOptions();
        _events = new EventFile(folder, _options.TimeProvider);
    }

    /// <summary>The whole path of the event file.</summary>
    public string Path => _events.Path;

    /// <summary>Writes a number of a curve.</summary>
    /// <param name="tag">The name of the curve; what comes before a <c>/</c> groups curves.</param>
    /// <param name="value">The number, kept as a <see cref="float"/>. It may be NaN or infinite.</param>
    /// <param name="step">Where on the curve, not negative.</param>
    /// <exception cref="ArgumentException">The tag is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void AddScalar(string tag, double value, long step) => Add(tag, step, new Summary.Types.Value { SimpleValue = (float)value });

    /// <summary>
    /// Writes how values are distributed, in TensorFlow's default buckets: their limits grow by a tenth each from 1e-12 to 1e20 on both sides of zero.
    /// </summary>
    /// <param name="tag">The name of the histogram.</param>
    /// <param name="values">The values. Those that are not finite are left out.</param>
    /// <param name="step">Where in the training, not negative.</param>
    /// <exception cref="ArgumentException">The tag is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void AddHistogram(string tag, ReadOnlySpan<float> values, long step) => Add(tag, step, new Summary.Types.Value { Histo = _buckets.Count(values) });

    /// <summary>Writes a picture.</summary>
    /// <param name="tag">The name of the picture.</param>
    /// <param name="pixels">Row by row, <paramref name="height"/> × <paramref name="width"/> × <paramref name="channels"/>, 0 dark to 255 bright.</param>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="channels">1 grey, 2 grey and opacity, 3 RGB, 4 RGB and opacity.</param>
    /// <param name="step">Where in the training, not negative.</param>
    /// <exception cref="ArgumentException">The tag is empty, or the number of pixels is not height × width × channels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void AddImage(string tag, ReadOnlySpan<byte> pixels, int width, int height, int channels, long step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(channels, 4);
        if (pixels.Length != (decimal)width * height * channels)
        {
            throw new ArgumentException(
                $"An image of {height} × {width} pixels of {channels} channels has {(decimal)width * height * channels} bytes; {pixels.Length} were given.",
                nameof(pixels));
        }

        var image = new Summary.Types.Image { Width = width, Height = height, Colorspace = channels };
        image.EncodedImageString = UnsafeByteOperations.UnsafeWrap(PngImage.Encode(pixels, width, height, channels));
        Add(tag, step, new Summary.Types.Value { Image = image });
    }

    /// <summary>Writes a text.</summary>
    /// <param name="tag">The name of the text.</param>
    /// <param name="markdown">The text, which TensorBoard shows as Markdown.</param>
    /// <param name="step">Where in the training, not negative.</param>
    /// <exception cref="ArgumentException">The tag is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void AddText(string tag, string markdown, long step)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var tensor = new TensorProto
        {
            Dtype = DataType.DtString,
            TensorShape = new TensorShapeProto { Dim = { new TensorShapeProto.Types.Dim { Size = 1 } } },
            StringVal = { ByteString.CopyFromUtf8(markdown) },
        };
        var metadata = new SummaryMetadata { PluginData = new SummaryMetadata.Types.PluginData { PluginName = "text" } };
        Add(tag, step, new Summary.Types.Value { Tensor = tensor, Metadata = metadata });
    }

    /// <summary>Gives what was written to the file, where TensorBoard sees it.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Flush() => _events.Flush();

    /// <summary>Writes the last events and closes the file.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Dispose() => _events.Dispose();

    private void Add(string tag, long step, Summary.Types.Value value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tag);
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        _events.Write(tag, step, value);
        _events.FlushIfDue();
    }
}
