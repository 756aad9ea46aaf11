using System.Collections;

namespace NetGen;

/// <summary>One pass over a set with several inputs in batches. It may be enumerated any number of times and gives the same batches each time.</summary>
/// <typeparam name="TBatch">What a batch is.</typeparam>
public sealed class JoinedBatches<TBatch> : IEnumerable<TBatch>
    where TBatch : struct
{
    private readonly Func<IEnumerator<TBatch>> _start;

    internal JoinedBatches(int count, Func<IEnumerator<TBatch>> start)
    {
        Count = count;
        _start = start;
    }

    /// <summary>How many batches the pass has.</summary>
    public int Count { get; }

    /// <summary>Starts the pass. Dispose the enumerator (<c>foreach</c> does): it ends the background threads.</summary>
    public IEnumerator<TBatch> GetEnumerator() => _start();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
