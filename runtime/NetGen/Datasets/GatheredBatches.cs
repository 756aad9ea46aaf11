namespace NetGen;

/// <summary>Batches of a set in memory, gathered in the order of the epoch.</summary>
internal sealed class GatheredBatches<TInput, TTarget>(ArrayBatchPlan<TInput, TTarget> plan, BatchPosition from, CancellationToken cancellation)
    : PrefetchedBatches<TInput, TTarget>(plan, from, cancellation)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly int[] _order = new int[plan.Data.Count];

    protected override void BeginEpoch(int epoch, int firstSample)
    {
        if (plan.Reorders)
        {
            // Epoch n has its own stream of the seed: a run that starts at epoch n needs none of the earlier orders.
            Permutation.Draw(_order, plan.Seed!.Value, (ulong)epoch);
            return;
        }

        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }
    }

    protected override void Fill(int firstSample, Span<TInput> inputs, Span<TTarget> targets) =>
        plan.Data.Gather(_order.AsSpan(firstSample, inputs.Length / plan.Data.InputSize), inputs, targets);
}
