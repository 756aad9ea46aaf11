namespace NetGen.Benchmarks.Peers;

/// <summary>Whole steps on one batch.</summary>
internal sealed class TrainingWorkload<TNetwork>(Func<TNetwork> create, int rows, Func<double, Optimizer> optimizer, double checkRate) : IWorkload
    where TNetwork : class, ITrainable<float, int>
{
    private const int CheckSteps = 5;

    /// <summary>So small that a long measurement stays where it began.</summary>
    private const double TimingRate = 1e-5;

    private readonly Training<TNetwork> _training = new(create(), rows);
    private readonly Optimizer _optimizer = optimizer(TimingRate);

    public void Reset() => _training.Reset();

    public void Repeat(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _training.Step(_optimizer);
        }
    }

    public (string Kind, float[] Numbers) Check()
    {
        var training = new Training<TNetwork>(create(), rows);
        var fresh = optimizer(checkRate);
        var losses = new float[CheckSteps];
        for (var i = 0; i < CheckSteps; i++)
        {
            losses[i] = training.Step(fresh);
        }

        return ("losses", losses);
    }

    public long Memory()
    {
        // What all networks share is there by now.
        Repeat(1);
        var training = new Training<TNetwork>(create(), rows);
        var fresh = optimizer(TimingRate);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = training.Step(fresh);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
