namespace NetGen;

/// <summary>
/// Mixes a pass with bounded memory: a buffer is filled, and from then on each sample given is one drawn from the buffer, whose place the next sample of the
/// source takes. TensorFlow's <c>Dataset.shuffle(buffer_size)</c>.
/// </summary>
internal sealed class ShufflingReader<TInput, TTarget>(SampleReader<TInput, TTarget> source, int capacity, int inputSize, int targetSize, Xoshiro256 random)
    : SampleReader<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>Samples read from the source at once.</summary>
    private const int ChunkSamples = 256;

    private readonly TInput[] _inputs = new TInput[checked(capacity * inputSize)];
    private readonly TTarget[] _targets = new TTarget[checked(capacity * targetSize)];
    private readonly TInput[] _chunkInputs = new TInput[checked(ChunkSamples * inputSize)];
    private readonly TTarget[] _chunkTargets = new TTarget[checked(ChunkSamples * targetSize)];
    private Xoshiro256 _random = random;
    private int _buffered;
    private int _chunkNext;
    private int _chunkCount;
    private bool _ended;

    public override int Read(Span<TInput> inputs, Span<TTarget> targets)
    {
        int wanted = inputs.Length / inputSize, given = 0;
        FillBuffer();
        for (; given < wanted && _buffered > 0; given++)
        {
            int drawn = _random.Below(_buffered);
            Input(drawn).CopyTo(inputs[(given * inputSize)..]);
            Target(drawn).CopyTo(targets[(given * targetSize)..]);
            if (!TakeNext(drawn))
            {
                _buffered--;
                Input(_buffered).CopyTo(Input(drawn));
                Target(_buffered).CopyTo(Target(drawn));
            }
        }

        return given;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private Span<TInput> Input(int place) => _inputs.AsSpan(place * inputSize, inputSize);

    private Span<TTarget> Target(int place) => _targets.AsSpan(place * targetSize, targetSize);

    private void FillBuffer()
    {
        while (_buffered < capacity && !_ended && TakeNext(_buffered))
        {
            _buffered++;
        }
    }

    /// <summary>Puts the next sample of the source into a place of the buffer; false at the end.</summary>
    private bool TakeNext(int place)
    {
        if (_chunkNext == _chunkCount)
        {
            _chunkNext = 0;
            _chunkCount = _ended ? 0 : source.Read(_chunkInputs, _chunkTargets);
            _ended = _chunkCount == 0;
        }

        if (_ended)
        {
            return false;
        }

        _chunkInputs.AsSpan(_chunkNext * inputSize, inputSize).CopyTo(Input(place));
        _chunkTargets.AsSpan(_chunkNext * targetSize, targetSize).CopyTo(Target(place));
        _chunkNext++;
        return true;
    }
}
