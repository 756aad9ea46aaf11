namespace NetGen.Fitting.Tests.Streams;

/// <summary>A set in memory that pretends to be a source: counts its passes, and can end early, go on too long or fail.</summary>
internal sealed class CountingStream(Dataset<float, int> data) : StreamedDataset<float, int>(data.Count, data.InputShape, data.TargetSize)
{
    public int Passes { get; private set; }

    public int OpenPasses { get; private set; }

    /// <summary>How many samples a pass gives; null: as many as promised.</summary>
    public int? Given { get; set; }

    /// <summary>The sample at which a pass fails.</summary>
    public int? FailAt { get; init; }

    /// <summary>The pass that fails, from 1.</summary>
    public int FailInPass { get; init; } = 1;

    public Action? BeforeRead { get; init; }

    protected override SampleReader<float, int> Open()
    {
        Passes++;
        OpenPasses++;
        return new Reader(this, data);
    }

    private sealed class Reader(CountingStream stream, Dataset<float, int> data) : SampleReader<float, int>
    {
        private int _next;

        public override int Read(Span<float> inputs, Span<int> targets)
        {
            // Not more than 3 at a time, so that whoever reads has to ask again.
            stream.BeforeRead?.Invoke();
            int given = 0, end = stream.Given ?? data.Count;
            for (; given < Math.Min(3, targets.Length) && _next < end; given++, _next++)
            {
                if (_next == stream.FailAt && stream.Passes == stream.FailInPass)
                {
                    throw new IOException("The source is gone.");
                }

                data.Input(_next % data.Count).CopyTo(inputs[(given * data.InputSize)..]);
                data.Target(_next % data.Count).CopyTo(targets[(given * data.TargetSize)..]);
            }

            return given;
        }

        protected override void Dispose(bool disposing)
        {
            stream.OpenPasses--;
            base.Dispose(disposing);
        }
    }
}
