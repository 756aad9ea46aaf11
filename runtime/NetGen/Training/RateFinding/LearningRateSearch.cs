namespace NetGen;

/// <summary>One search: a step at each of the rates, until the loss diverges.</summary>
internal sealed class LearningRateSearch<TInput, TTarget>(ITrainable<TInput, TTarget> network, Dataset train, LearningRateFinderOptions options)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly List<double> _rates = [];
    private readonly List<double> _losses = [];
    private double _average;
    private double _kept = 1;
    private double _lowest = double.PositiveInfinity;

    public LearningRateCurve Run()
    {
        NetworkSnapshot before = new(network);
        try
        {
            Search();
        }
        finally
        {
            before.Restore();
        }

        return new LearningRateCurve(_rates, _losses, options.Steps);
    }

    private void Search()
    {
        int batches = BatchPlan<TInput, TTarget>.For(train, options.BatchSize).BatchesPerEpoch;
        int epochs = (options.Steps + batches - 1) / batches;
        using var stream = BatchPlan<TInput, TTarget>.For(train, options.BatchSize, epochs, options.Seed, augmentationSeed: options.Seed).Start(CancellationToken.None);
        Optimizer optimizer = options.Optimizer(options.From);
        for (int step = 0; step < options.Steps && !options.CancellationToken.IsCancellationRequested && stream.MoveNext(); step++)
        {
            double rate = Rate(step);
            optimizer.LearningRate = rate;
            if (!Take(rate, network.Step(stream.Current.Inputs, stream.Current.Targets, optimizer)))
            {
                return;
            }
        }
    }

    private double Rate(int step) => step == options.Steps - 1 ? options.To : options.From * Math.Pow(options.To / options.From, (double)step / (options.Steps - 1));

    /// <summary>Adds a point; false when the search has come to its end.</summary>
    private bool Take(double rate, double loss)
    {
        // The average starts at zero, which the division takes out again (fastai, Adam).
        _average = (options.Smoothing * _average) + ((1 - options.Smoothing) * loss);
        _kept *= options.Smoothing;
        double smooth = _average / (1 - _kept);
        if (!double.IsFinite(smooth))
        {
            return false;
        }

        _rates.Add(rate);
        _losses.Add(smooth);
        _lowest = Math.Min(_lowest, smooth);

        // Some losses (of the log of a variance, say) go below zero, where a multiple says nothing.
        return _lowest <= 0 || smooth <= options.DivergeFactor * _lowest;
    }
}
