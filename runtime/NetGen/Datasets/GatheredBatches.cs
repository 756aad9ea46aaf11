using NetGen.Runtime;

namespace NetGen;

/// <summary>Batches of a set in memory, gathered in the order of the epoch.</summary>
internal sealed class GatheredBatches<TInput, TTarget> : PrefetchedBatches<TInput, TTarget>, IParallelWork
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly ArrayBatchPlan<TInput, TTarget> _plan;
    private readonly int[] _order;
    private int _first;
    private Memory<TInput> _inputs;
    private Memory<TTarget> _targets;

    public GatheredBatches(ArrayBatchPlan<TInput, TTarget> plan, BatchPosition from, CancellationToken cancellation)
        : base(plan, from, ahead: !plan.Crowded, cancellation)
    {
        _plan = plan;
        _order = new int[plan.Data.Count];
    }

    /// <summary>Gathers one part.</summary>
    public void Execute(int task)
    {
        int count = _inputs.Length / _plan.Data.InputSize;
        int from = (int)((long)count * task / Parts), to = (int)((long)count * (task + 1) / Parts);
        _plan.Data.Gather(_order.AsSpan(_first + from, to - from), _inputs.Span[(from * _plan.Data.InputSize)..], _targets.Span[(from * _plan.Data.TargetSize)..]);
    }

    protected override void BeginEpoch(int epoch, int firstSample)
    {
        if (_plan.Reorders)
        {
            // Epoch n has its own stream of the seed: a run that starts at epoch n needs none of the earlier orders.
            Permutation.Draw(_order, _plan.Seed!.Value, (ulong)epoch);
            return;
        }

        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }
    }

    protected override void Fill(int firstSample, Memory<TInput> inputs, Memory<TTarget> targets)
    {
        if (!_plan.Crowded)
        {
            _plan.Data.Gather(_order.AsSpan(firstSample, inputs.Length / _plan.Data.InputSize), inputs.Span, targets.Span);
            return;
        }

        (_first, _inputs, _targets) = (firstSample, inputs, targets);
        WorkerPool.Shared.Run(this, Parts);
    }
}
