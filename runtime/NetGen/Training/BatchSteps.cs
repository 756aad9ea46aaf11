using NetGen.Runtime;

namespace NetGen;

/// <summary>The steps of a training, batch by batch.</summary>
internal abstract class BatchSteps<TInput, TTarget>(ITrainable<TInput, TTarget> network, BatchStream<TInput, TTarget> batches)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>Samples of the present batch.</summary>
    public int Count { get; private set; }

    /// <summary>What the mean loss of the present batch was divided by.</summary>
    public double Weight { get; private set; }

    protected ITrainable<TInput, TTarget> Network => network;

    protected BatchStream<TInput, TTarget> Batches => batches;

    public static BatchSteps<TInput, TTarget> For(ITrainable<TInput, TTarget> network, BatchStream<TInput, TTarget> batches) =>
        network is IStagedTraining<TInput, TTarget> staged ? new StagedSteps<TInput, TTarget>(network, staged, batches) : new PlainSteps<TInput, TTarget>(network, batches);

    /// <summary>Goes on to the next batch; false after the last.</summary>
    public abstract bool MoveNext();

    /// <summary>The step on the present batch.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="isLast">Whether nothing may be read ahead.</param>
    public abstract float Step(Optimizer optimizer, bool isLast);

    protected void Take(int count, double weight) => (Count, Weight) = (count, weight);
}

/// <summary>Steps of a network that computes at once.</summary>
internal sealed class PlainSteps<TInput, TTarget>(ITrainable<TInput, TTarget> network, BatchStream<TInput, TTarget> batches) : BatchSteps<TInput, TTarget>(network, batches)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    public override bool MoveNext()
    {
        if (!Batches.MoveNext())
        {
            return false;
        }

        Take(Batches.Current.Count, BatchWeight.Of(Network.Network, Batches.Current));
        return true;
    }

    public override float Step(Optimizer optimizer, bool isLast) => Network.Step(Batches.Current.Inputs, Batches.Current.Targets, optimizer);
}
