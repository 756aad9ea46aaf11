using System.Collections;

namespace NetGen;

/// <summary>
/// One pass over a set in batches, as <see cref="Dataset{TInput, TTarget}.Batches"/> makes it. It may be enumerated any number of times
/// and gives the same batches each time.
/// </summary>
/// <typeparam name="TInput">The type of the inputs.</typeparam>
/// <typeparam name="TTarget">The type of the targets.</typeparam>
public sealed class Batches<TInput, TTarget> : IEnumerable<Batch<TInput, TTarget>>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly BatchPlan<TInput, TTarget> _plan;
    private readonly CancellationToken _cancellation;

    internal Batches(BatchPlan<TInput, TTarget> plan, CancellationToken cancellation)
    {
        _plan = plan;
        _cancellation = cancellation;
    }

    /// <summary>How many batches the pass has.</summary>
    public int Count => _plan.BatchesPerEpoch;

    /// <summary>Starts the pass. Dispose the enumerator (<c>foreach</c> does): it ends the background thread.</summary>
    /// <returns>An enumerator whose <c>MoveNext</c> throws <see cref="OperationCanceledException"/> after cancellation.</returns>
    public IEnumerator<Batch<TInput, TTarget>> GetEnumerator() => _plan.Start(_cancellation);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
