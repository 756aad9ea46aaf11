namespace NetGen;

public sealed partial class TableEncoder
{
    /// <summary>Learns from a stream: from its rows alone, so give it the training part of <see cref="CsvStream.Split"/>.</summary>
    /// <param name="stream">The training part.</param>
    /// <param name="options">The target, and how columns are encoded. <see cref="Missing.Median"/> is refused where numbers are missing: it would need all of them in memory.</param>
    /// <exception cref="ArgumentException">The options name a column that the file does not have, or ask what a column does not allow.</exception>
    public static TableEncoder Fit(CsvStream stream, EncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        return new EncoderFit(stream.Profile, options).Run();
    }

    /// <summary>Inputs and class labels of a stream, read and encoded anew in each epoch: the same numbers as of the same rows in a table.</summary>
    /// <param name="stream">The rows.</param>
    /// <param name="shuffleBuffer">How many samples are held back to be mixed in training, at least 1; null: as <see cref="StreamedDataset{TInput, TTarget}.ShuffleBuffer"/> has it.</param>
    /// <exception cref="InvalidOperationException">The target is not encoded as labels.</exception>
    /// <exception cref="ArgumentException">The file lacks a column, a column is of another kind than the one learned from, a target is missing, a value cannot be encoded, or other texts
    /// stand for missing values: see <see cref="CsvOptions"/>.</exception>
    public StreamedDataset<float, int> Labels(CsvStream stream, int? shuffleBuffer = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        RequireTarget(NetGen.TargetKind.Labels);
        RequireMissing(stream.Source.Name, stream.Missing);
        return Dataset<int>(stream, shuffleBuffer);
    }

    /// <summary>Inputs and numbers of a stream, read and encoded anew in each epoch: the same numbers as of the same rows in a table.</summary>
    /// <param name="stream">The rows.</param>
    /// <param name="shuffleBuffer">How many samples are held back to be mixed in training, at least 1; null: as <see cref="StreamedDataset{TInput, TTarget}.ShuffleBuffer"/> has it.</param>
    /// <exception cref="InvalidOperationException">The target is encoded as labels.</exception>
    /// <exception cref="ArgumentException">The file lacks a column, a column is of another kind than the one learned from, a target is missing, a value cannot be encoded, or other texts
    /// stand for missing values: see <see cref="CsvOptions"/>.</exception>
    public StreamedDataset<float, float> Values(CsvStream stream, int? shuffleBuffer = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        RequireTarget(NetGen.TargetKind.Values, NetGen.TargetKind.Binary);
        RequireMissing(stream.Source.Name, stream.Missing);
        return Dataset<float>(stream, shuffleBuffer);
    }

    private CsvDataset<TTarget> Dataset<TTarget>(CsvStream stream, int? shuffleBuffer)
        where TTarget : unmanaged
    {
        var columns = new BoundColumns(stream, _all, _targets);
        return shuffleBuffer is { } samples
            ? new(stream, columns, ClassNames, ToJson()) { ShuffleBuffer = samples }
            : new(stream, columns, ClassNames, ToJson());
    }
}
