namespace NetGen;

/// <summary>The learning-rate range test.</summary>
public static class LearningRateFinder
{
    /// <summary>
    /// Trains a few steps with a learning rate that grows from step to step, and shows how the loss takes it. The network ends exactly as it was. Smith 2015,
    /// Cyclical Learning Rates for Training Neural Networks; fastai's <c>lr_find</c>.
    /// </summary>
    /// <typeparam name="TInput">The type of the network's inputs.</typeparam>
    /// <typeparam name="TTarget">The type of its targets.</typeparam>
    /// <param name="network">The network, as it will be trained.</param>
    /// <param name="train">The training set; read again from its start when it has fewer batches than steps.</param>
    /// <param name="options">Range, steps and optimizer; null: the defaults.</param>
    /// <returns>The curve, with a suggestion.</returns>
    /// <exception cref="ArgumentException">The set does not fit the network, or the range is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is below 1.</exception>
    public static LearningRateCurve FindLearningRate<TInput, TTarget>(
        this ITrainable<TInput, TTarget> network, Dataset<TInput, TTarget> train, LearningRateFinderOptions? options = null)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        return Find(network, train, options ?? new LearningRateFinderOptions());
    }

    /// <inheritdoc cref="FindLearningRate{TInput, TTarget}(ITrainable{TInput, TTarget}, Dataset{TInput, TTarget}, LearningRateFinderOptions?)"/>
    /// <exception cref="IOException">The source cannot be read, or has changed.</exception>
    public static LearningRateCurve FindLearningRate<TInput, TTarget>(
        this ITrainable<TInput, TTarget> network, StreamedDataset<TInput, TTarget> train, LearningRateFinderOptions? options = null)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        return Find(network, train, options ?? new LearningRateFinderOptions());
    }

    private static LearningRateCurve Find<TInput, TTarget>(ITrainable<TInput, TTarget> network, Dataset train, LearningRateFinderOptions options)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(options.Optimizer, "options.Optimizer");
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchSize, 1, "options.BatchSize");
        if (options.From >= options.To || !double.IsFinite(options.To))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Learning rates are tried from a lower to a higher, finite one, but options.From is {options.From} and options.To is {options.To}."), nameof(options));
        }

        DatasetFit.Require<TInput, TTarget>(network.Network, train, "training", nameof(train));
        return new LearningRateSearch<TInput, TTarget>(network, train, options).Run();
    }
}
