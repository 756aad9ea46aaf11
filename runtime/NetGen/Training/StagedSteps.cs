using System.Runtime.ExceptionServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>Steps of a network on a device: while it computes, the next batch is read, checked and sent. The order of steps, losses and callbacks stays the same.</summary>
internal sealed class StagedSteps<TInput, TTarget>(ITrainable<TInput, TTarget> network, IStagedTraining<TInput, TTarget> device, BatchStream<TInput, TTarget> batches)
    : BatchSteps<TInput, TTarget>(network, batches)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private bool _isStaged;
    private int _count;
    private double _weight;
    private ExceptionDispatchInfo? _problem;

    public override bool MoveNext()
    {
        if (_problem is { } problem)
        {
            _problem = null;
            problem.Throw();
        }

        if (!_isStaged && !Stage())
        {
            return false;
        }

        _isStaged = false;
        Take(_count, _weight);
        return true;
    }

    public override float Step(Optimizer optimizer, bool isLast)
    {
        device.Submit(optimizer);
        if (!isLast)
        {
            StageAhead();
        }

        return device.Complete();
    }

    private bool Stage()
    {
        if (!Batches.MoveNext())
        {
            return false;
        }

        var batch = Batches.Current;
        device.Stage(batch.Inputs, batch.Targets);
        (_isStaged, _count, _weight) = (true, batch.Count, BatchWeight.Of(Network.Network, batch));
        return true;
    }

    /// <summary>What is wrong with the next batch must not take this step its loss: it is told when its turn comes.</summary>
    private void StageAhead()
    {
        try
        {
            _ = Stage();
        }
#pragma warning disable CA1031 // It is thrown again by MoveNext.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            _problem = ExceptionDispatchInfo.Capture(problem);
        }
    }
}
