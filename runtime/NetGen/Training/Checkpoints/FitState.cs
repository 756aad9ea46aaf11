using NetGen.Runtime;

namespace NetGen;

/// <summary>Everything that the next step of a training depends on, brought into a record and back.</summary>
internal sealed class FitState(
    INetwork network,
    Optimizer optimizer,
    FitPosition position,
    RateControl rate,
    BestEpoch best,
    List<EpochResult> history,
    IReadOnlyList<TrainingCallback> callbacks)
{
    /// <summary>The moving average of the weights, if one is kept.</summary>
    public ParameterBlock? Average { get; init; }

    /// <summary>The weights of the best epoch, if they are kept in memory.</summary>
    public ParameterBlock? BestWeights { get; init; }

    public ParameterSet Parameters => network.Parameters;

    public FitPosition Position => position;

    /// <summary>Epochs without improvement after which the training ends.</summary>
    public int? Patience { get; init; }

    public RateControl Rate => rate;

    /// <summary>Training steps that the network has behind it.</summary>
    public uint RandomSteps => network.Random.Steps;

    /// <summary>The blocks of values per parameter, by the prefix of their tensors' names; the parameters and buffers themselves have none.</summary>
    /// <param name="parameters">A copy of the parameters and buffers, to be written or to be read into.</param>
    /// <param name="hasBest">Whether there has been a best epoch yet.</param>
    public IEnumerable<(string Prefix, ParameterBlock Block)> Blocks(ParameterBlock parameters, bool hasBest)
    {
        yield return ("", parameters);
        optimizer.Attach(network.Parameters);
        foreach (var (name, block) in optimizer.StateBlocks)
        {
            yield return ($"optimizer.{name}.", block);
        }

        if (Average is not null)
        {
            yield return ("average.", Average);
        }

        if (BestWeights is not null && hasBest)
        {
            yield return ("best.", BestWeights);
        }
    }

    /// <summary>Brings back what a device keeps, so that it can be read here.</summary>
    public void Download() => (network as IDeviceNetwork)?.Download();

    public StoredFit Store(IEnumerable<KeyValuePair<string, string>> identity, FitStart start, int epochs)
    {
        var counters = optimizer.Counters;
        return new StoredFit
        {
            Version = StoredFit.CurrentVersion,
            Identity = new(identity),
            Start = start,
            Epochs = epochs,
            Position = new(position.Epoch, position.Batch, position.Samples, position.Step, position.LossSum, position.Weights, position.EpochBegun),
            Optimizer = new(counters.Steps, counters.AccumulatedSteps, counters.Power1, counters.Power2, counters.LearningRate),
            RandomSeed = network.Random.Seed,
            RandomSteps = network.Random.Steps,
            Frozen = [.. network.Parameters.Where(parameter => parameter.Frozen).Select(parameter => parameter.Name)],
            Schedule = rate.State,
            Best = new(best.Epoch, best.Value, best.EpochsWithout, best.LongestWait),
            History = [.. history.Select(epoch => new StoredEpoch(
                epoch.Epoch, epoch.Loss, epoch.ValidationLoss, epoch.ValidationAccuracy, epoch.Elapsed, epoch.LearningRate, new(epoch.Metrics)))],
            Callbacks = CallbackStates.Save(callbacks),
        };
    }

    /// <summary>Gives callbacks and schedule back what they saved. May fail, and comes before anything of the network changes.</summary>
    /// <exception cref="InvalidOperationException">A callback cannot take its state back.</exception>
    public void RestoreParts(StoredFit stored)
    {
        rate.State = stored.Schedule;
        CallbackStates.Restore(callbacks, stored.Callbacks);
    }

    /// <summary>Takes a record back; the blocks have been read by then.</summary>
    public void Restore(StoredFit stored)
    {
        var place = stored.Position;
        (position.Epoch, position.Batch, position.Samples, position.Step) = (place.Epoch, place.Batch, place.Samples, place.Step);
        (position.LossSum, position.Weights, position.EpochBegun) = (place.LossSum, place.Weights, place.EpochBegun);
        var counters = stored.Optimizer;
        optimizer.Counters = new OptimizerCounters(counters.Steps, counters.AccumulatedSteps, counters.Power1, counters.Power2, counters.LearningRate);
        (network.Random.Seed, network.Random.Steps) = (stored.RandomSeed, stored.RandomSteps);
        foreach (var parameter in network.Parameters)
        {
            parameter.Frozen = stored.Frozen.Contains(parameter.Name);
        }

        best.Restore(stored.Best.Epoch, stored.Best.Value, stored.Best.EpochsWithout, stored.Best.LongestWait);
        history.Clear();
        history.AddRange(stored.History.Select(epoch => new EpochResult(epoch.Epoch, epoch.Loss, epoch.ValidationLoss, epoch.ValidationAccuracy, epoch.Elapsed)
        {
            LearningRate = epoch.LearningRate,
            Metrics = epoch.Metrics,
        }));
    }
}
