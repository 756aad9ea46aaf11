using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// Samples in a binary file, for sets larger than memory that are read many times: no text is parsed, so that a pass is as fast as the disk. The file has a header,
/// then for each sample its inputs and its targets as they lie in memory, little-endian.
/// </summary>
public static class SampleFile
{
    /// <summary>Writes a set in memory.</summary>
    /// <typeparam name="TInput">The type of the inputs.</typeparam>
    /// <typeparam name="TTarget">The type of the targets.</typeparam>
    /// <param name="path">The file; one that exists is replaced once the new one is complete.</param>
    /// <param name="data">The set.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write<TInput, TTarget>(string path, Dataset<TInput, TTarget> data)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(data);
        AtomicFile.Write(path, data, static (file, data) =>
        {
            SampleFileHeader.Of<TInput, TTarget>(data).Write(file);
            for (int i = 0; i < data.Count; i++)
            {
                file.Write(MemoryMarshal.AsBytes(data.Input(i)));
                file.Write(MemoryMarshal.AsBytes(data.Target(i)));
            }
        });
    }

    /// <summary>Writes a streamed set in the order of its source, for example a CSV file that is encoded once instead of in every epoch.</summary>
    /// <inheritdoc cref="Write{TInput, TTarget}(string, Dataset{TInput, TTarget})"/>
    public static void Write<TInput, TTarget>(string path, StreamedDataset<TInput, TTarget> data)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(data);
        AtomicFile.Write(path, data, static (file, data) =>
        {
            SampleFileHeader.Of<TInput, TTarget>(data).Write(file);
            using var reader = data.Open();
            var inputs = new TInput[data.InputSize];
            var targets = new TTarget[data.TargetSize];
            while (reader.Read(inputs, targets) > 0)
            {
                file.Write(MemoryMarshal.AsBytes<TInput>(inputs));
                file.Write(MemoryMarshal.AsBytes<TTarget>(targets));
            }
        });
    }

    /// <summary>Opens a file that <c>Write</c> made. Its samples stay where they are and are read anew in each epoch.</summary>
    /// <typeparam name="TInput">The type of the inputs.</typeparam>
    /// <typeparam name="TTarget">The type of the targets.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="shuffleBuffer">How many samples are held back to be mixed in training, at least 1; null: as <see cref="StreamedDataset{TInput, TTarget}.ShuffleBuffer"/> has it.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is not one of samples, is cut off, or has samples of other types.</exception>
    public static StreamedDataset<TInput, TTarget> Open<TInput, TTarget>(string path, int? shuffleBuffer = null)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        var source = FileSource.OfFile(path);
        using var stream = source.Open();
        var header = SampleFileHeader.Read<TInput, TTarget>(source, stream);
        return shuffleBuffer is { } samples
            ? new SampleFileDataset<TInput, TTarget>(source, header, stream.Position) { ShuffleBuffer = samples }
            : new SampleFileDataset<TInput, TTarget>(source, header, stream.Position);
    }
}
