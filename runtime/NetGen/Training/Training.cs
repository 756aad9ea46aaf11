using NetGen.Runtime;

namespace NetGen;

/// <summary>Trains and measures networks: the loops around <c>Step</c>, <c>Loss</c> and <c>Predict</c>.</summary>
public static partial class Training
{
    /// <summary>
    /// Trains a network by mini-batches. The set is compared with the network before the first step: whatever does not fit is an exception, and no weight has changed.
    /// The same seeds give the same weights.
    /// </summary>
    /// <typeparam name="TInput">The type of the network's inputs.</typeparam>
    /// <typeparam name="TTarget">The type of its targets.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="train">The samples to learn.</param>
    /// <param name="options">Epochs, batch size, optimizer and so on.</param>
    /// <param name="cancellationToken">
    /// Ends the training between two steps (or within a validation): the result says so, and the network keeps the steps taken. Nothing is thrown.
    /// </param>
    /// <returns>The completed epochs, and whether the training was cancelled.</returns>
    /// <exception cref="ArgumentException">
    /// Training or validation set do not fit the network: types, sizes, labels or targets out of range. Or a batch would have fewer samples than <see cref="NetworkInfo.SmallestTrainingBatch"/>.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">Epochs or batch size are below 1, or no batch is left when the last is dropped.</exception>
    /// <exception cref="InvalidOperationException">The optimizer belongs to another network.</exception>
    /// <exception cref="NotFiniteNumberException">The loss became NaN or infinite; the message tells epoch, batch and what to try.</exception>
    public static FitResult Fit<TInput, TTarget>(
        this ITrainable<TInput, TTarget> network, Dataset<TInput, TTarget> train, FitOptions options, CancellationToken cancellationToken = default)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        return FitSet(network, train, options, cancellationToken);
    }

    /// <summary>
    /// Trains a network by mini-batches on samples that are read from their source in each epoch, mixed by a shuffle buffer; memory stays bounded whatever the source holds.
    /// </summary>
    /// <inheritdoc cref="Fit{TInput, TTarget}(ITrainable{TInput, TTarget}, Dataset{TInput, TTarget}, FitOptions, CancellationToken)"/>
    /// <exception cref="IOException">The source cannot be read, or has changed.</exception>
    /// <exception cref="InvalidDataException">A sample is not what the source promised, or there are more or fewer than it did.</exception>
    public static FitResult Fit<TInput, TTarget>(
        this ITrainable<TInput, TTarget> network, StreamedDataset<TInput, TTarget> train, FitOptions options, CancellationToken cancellationToken = default)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        return FitSet(network, train, options, cancellationToken);
    }

    /// <summary>Whether a step keeps every processor busy.</summary>
    private static bool IsCrowded(NetworkInfo network, int batchSize) =>
        WorkerPool.MaxThreads >= Environment.ProcessorCount && network.TrainingFlops * batchSize >= WorkerPool.ParallelFlops;

    private static FitResult FitSet<TInput, TTarget>(ITrainable<TInput, TTarget> network, Dataset train, FitOptions options, CancellationToken cancellationToken)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Epochs, 1, "options.Epochs");
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchSize, 1, "options.BatchSize");
        DatasetFit.Require<TInput, TTarget>(network.Network, train, "training", nameof(train));
        DatasetFit.RequireMixing<TTarget>(network.Network, train, nameof(train));
        DatasetFit.RequireValidation<TInput, TTarget>(network.Network, options.Validation, nameof(options));
        var plan = BatchPlan<TInput, TTarget>.For(train, options.BatchSize, options.Epochs, options.Shuffle ? options.Seed : null, options.DropLast, IsCrowded(network.Network, options.BatchSize), options.Seed);
        DatasetFit.RequireBatches(network.Network, plan, nameof(options));
        var validation = options.Validation is null ? null : BatchPlan<TInput, TTarget>.For(options.Validation, Math.Max(options.BatchSize, 256));
        using var loop = new FitLoop<TInput, TTarget>(network, plan, validation, options, cancellationToken);
        return loop.Run();
    }
}
