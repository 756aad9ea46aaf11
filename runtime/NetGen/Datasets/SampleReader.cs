namespace NetGen;

/// <summary>One pass over the samples of a <see cref="StreamedDataset{TInput, TTarget}"/>, in the order of the source. Used by one thread at a time.</summary>
/// <typeparam name="TInput">The type of the inputs.</typeparam>
/// <typeparam name="TTarget">The type of the targets.</typeparam>
public abstract class SampleReader<TInput, TTarget> : IDisposable
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>Reads the next samples, as many as fit or are left.</summary>
    /// <param name="inputs">A whole number of samples' inputs, overwritten.</param>
    /// <param name="targets">Room for the targets of equally many samples, overwritten.</param>
    /// <returns>How many samples were read; 0 only at the end.</returns>
    /// <exception cref="IOException">The source cannot be read, or has changed since it was measured.</exception>
    /// <exception cref="InvalidDataException">A sample is not what the source promised.</exception>
    public abstract int Read(Span<TInput> inputs, Span<TTarget> targets);

    /// <summary>Closes the source.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the source.</summary>
    /// <param name="disposing">Whether managed objects are to be disposed of, too.</param>
    protected virtual void Dispose(bool disposing)
    {
    }
}
