namespace NetGen;

public static partial class Training
{
    /// <summary>
    /// Examines a network with its data before it is trained: scales of inputs and targets, balance of classes, the loss before the first step, whether one batch can be learned by heart,
    /// dead and saturated units, gradients and updates layer by layer. The network ends as it was, bit by bit, the optimizer of the options takes no step, and the same call finds the same.
    /// Not for networks that another thread uses. <see cref="FitOptions.Diagnose"/> does this and more around a training.
    /// </summary>
    /// <typeparam name="TInput">The type of the network's inputs.</typeparam>
    /// <typeparam name="TTarget">The type of its targets.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="train">The training set; some thousand samples of it are looked at.</param>
    /// <param name="options">How it will be trained: batch size, optimizer and seed count, and the token ends the checks; null: the defaults.</param>
    /// <returns>What was found; what a cancellation left out is said there, and nothing is thrown.</returns>
    /// <exception cref="ArgumentException">The set does not fit the network.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is below 1.</exception>
    public static Diagnosis Diagnose<TInput, TTarget>(this ITrainable<TInput, TTarget> network, Dataset<TInput, TTarget> train, FitOptions? options = null)
        where TInput : unmanaged
        where TTarget : unmanaged => DiagnoseSet(network, train, options ?? new FitOptions());

    /// <inheritdoc cref="Diagnose{TInput, TTarget}(ITrainable{TInput, TTarget}, Dataset{TInput, TTarget}, FitOptions?)"/>
    /// <exception cref="IOException">The source cannot be read, or has changed.</exception>
    /// <exception cref="InvalidDataException">A sample is not what the source promised, or there are more or fewer than it did.</exception>
    public static Diagnosis Diagnose<TInput, TTarget>(this ITrainable<TInput, TTarget> network, StreamedDataset<TInput, TTarget> train, FitOptions? options = null)
        where TInput : unmanaged
        where TTarget : unmanaged => DiagnoseSet(network, train, options ?? new FitOptions());

    private static Diagnosis DiagnoseSet<TInput, TTarget>(ITrainable<TInput, TTarget> network, Dataset train, FitOptions options)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchSize, 1, "options.BatchSize");
        DatasetFit.Require<TInput, TTarget>(network.Network, train, "training", nameof(train));
        DatasetFit.RequireMixing<TTarget>(network.Network, train, nameof(train));
        var run = new DiagnosisRun<TInput, TTarget>(network, train, options, options.CancellationToken);
        run.BeforeTraining(options.Optimizer ?? new Adam(1e-3));
        return run.Result;
    }
}
