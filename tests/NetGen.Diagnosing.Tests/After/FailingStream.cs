namespace NetGen.Diagnosing.Tests.After;

/// <summary>A set that can no longer be opened from some moment on.</summary>
internal sealed class FailingStream(Dataset<float, int> data) : StreamedDataset<float, int>(data.Count, data.InputShape, data.TargetSize)
{
    public bool Fails { get; set; }

    protected override SampleReader<float, int> Open() => Fails ? throw new IOException("The source is gone.") : new Reader(data);

    private sealed class Reader(Dataset<float, int> data) : SampleReader<float, int>
    {
        private int _next;

        public override int Read(Span<float> inputs, Span<int> targets)
        {
            int given = 0;
            for (; given < targets.Length && _next < data.Count; given++, _next++)
            {
                data.Input(_next).CopyTo(inputs[(given * data.InputSize)..]);
                data.Target(_next).CopyTo(targets[given..]);
            }

            return given;
        }
    }
}
