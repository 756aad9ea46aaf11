namespace NetGen;

public static partial class Training
{
    /// <summary>Measures a network on a set, in evaluation mode; changes nothing.</summary>
    /// <typeparam name="TInput">The type of the network's inputs.</typeparam>
    /// <typeparam name="TTarget">The type of its targets.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">The samples.</param>
    /// <param name="batchSize">Samples per prediction: of influence on speed and memory only; at least 1.</param>
    /// <returns>The loss and the metrics that fit the network: of a classifier or of a regression.</returns>
    /// <exception cref="ArgumentException">The set does not fit the network: sizes, labels or targets out of range.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is below 1.</exception>
    public static Evaluation Evaluate<TInput, TTarget>(this ITrainable<TInput, TTarget> network, Dataset<TInput, TTarget> data, int batchSize = 256)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        return network.Evaluate(data, new EvaluationOptions { BatchSize = batchSize });
    }

    /// <summary>Measures a network on a set, in evaluation mode; changes nothing.</summary>
    /// <typeparam name="TInput">The type of the network's inputs.</typeparam>
    /// <typeparam name="TTarget">The type of its targets.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">The samples.</param>
    /// <param name="options">Batch size, decision threshold, class names and so on.</param>
    /// <returns>The loss and the metrics that fit the network: of a classifier or of a regression.</returns>
    /// <exception cref="ArgumentException">The set does not fit the network: sizes, labels or targets out of range; or there are not as many names as classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value of the options is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public static Evaluation Evaluate<TInput, TTarget>(this ITrainable<TInput, TTarget> network, Dataset<TInput, TTarget> data, EvaluationOptions options)
        where TInput : unmanaged
        where TTarget : unmanaged => EvaluateSet(network, data, options);

    /// <summary>Measures a network on samples that are read from their source, in evaluation mode; changes nothing.</summary>
    /// <inheritdoc cref="Evaluate{TInput, TTarget}(ITrainable{TInput, TTarget}, Dataset{TInput, TTarget}, EvaluationOptions)"/>
    /// <exception cref="IOException">The source cannot be read, or has changed.</exception>
    /// <exception cref="InvalidDataException">A sample is not what the source promised, or there are more or fewer than it did.</exception>
    public static Evaluation Evaluate<TInput, TTarget>(this ITrainable<TInput, TTarget> network, StreamedDataset<TInput, TTarget> data, EvaluationOptions? options = null)
        where TInput : unmanaged
        where TTarget : unmanaged => EvaluateSet(network, data, options ?? new EvaluationOptions());

    private static Evaluation EvaluateSet<TInput, TTarget>(ITrainable<TInput, TTarget> network, Dataset data, EvaluationOptions options)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        options.Require<TTarget>(network.Network, nameof(options));
        DatasetFit.Require<TInput, TTarget>(network.Network, data, "evaluation", nameof(data));
        var plan = BatchPlan<TInput, TTarget>.For(data, options.BatchSize);
        return new Evaluator<TInput, TTarget>(network, plan, options).Run(options.CancellationToken);
    }
}
