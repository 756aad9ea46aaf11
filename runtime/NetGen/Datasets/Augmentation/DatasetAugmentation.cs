namespace NetGen;

/// <summary>
/// Random changes of samples, new ones in each epoch, made while the samples are brought together for training. They belong to training alone: <c>Fit</c> and <c>Batches</c> apply them;
/// <c>FitOptions.Validation</c>, <c>Evaluate</c> and <c>Input(i)</c> see the samples as they are. Parts of a set (<c>Split</c>, <c>Take</c>, …) keep them.
/// </summary>
/// <remarks>
/// Chance depends on the seed of <c>Fit</c> (the <c>shuffleSeed</c> of <c>Batches</c>), the epoch, and the sample's place in it: the same images for the same seed, for any number of
/// threads, and in a training that goes on from a checkpoint.
/// </remarks>
/// <example><code>
/// var (train, test) = Dataset.LoadCifar10("cifar10/");
/// net.Fit(train.Augment(new RandomCrop(padding: 4), new HorizontalFlip()), new FitOptions { Epochs = 20, Validation = test });
/// </code></example>
public static class DatasetAugmentation
{
    /// <summary>The same set with changes of its images whenever it is trained on, after those that it has already.</summary>
    /// <typeparam name="TTarget">The type of the targets.</typeparam>
    /// <param name="data">Images: inputs of the shape channels×rows×columns, or rows×columns.</param>
    /// <param name="transforms">The changes, in this order.</param>
    /// <exception cref="ArgumentException">The inputs are no images, or not such as a transformation takes.</exception>
    public static Dataset<float, TTarget> Augment<TTarget>(this Dataset<float, TTarget> data, params IReadOnlyList<ImageTransform> transforms)
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.WithAugmentation(AugmentationPlan.Extend(data, null, transforms));
    }

    /// <summary>The same, of inputs that are images although their shape does not say so.</summary>
    /// <param name="data">The set.</param>
    /// <param name="shape">How the values of an input are to be seen.</param>
    /// <param name="transforms">The changes, in this order.</param>
    /// <inheritdoc cref="Augment{TTarget}(Dataset{float, TTarget}, IReadOnlyList{ImageTransform})"/>
    public static Dataset<float, TTarget> Augment<TTarget>(this Dataset<float, TTarget> data, ImageShape shape, params IReadOnlyList<ImageTransform> transforms)
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.WithAugmentation(AugmentationPlan.Extend(data, shape, transforms));
    }

    /// <inheritdoc cref="Augment{TTarget}(Dataset{float, TTarget}, IReadOnlyList{ImageTransform})"/>
    public static StreamedDataset<float, TTarget> Augment<TTarget>(this StreamedDataset<float, TTarget> data, params IReadOnlyList<ImageTransform> transforms)
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        return new AugmentedStream<float, TTarget>(data, AugmentationPlan.Extend(data, null, transforms));
    }

    /// <inheritdoc cref="Augment{TTarget}(Dataset{float, TTarget}, ImageShape, IReadOnlyList{ImageTransform})"/>
    public static StreamedDataset<float, TTarget> Augment<TTarget>(this StreamedDataset<float, TTarget> data, ImageShape shape, params IReadOnlyList<ImageTransform> transforms)
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        return new AugmentedStream<float, TTarget>(data, AugmentationPlan.Extend(data, shape, transforms));
    }

    /// <summary>
    /// The same set, whose samples are mixed with others of their batch whenever it is trained on, after all other changes: <c>λ xᵢ + (1 − λ) xⱼ</c>, λ from Beta(α, α), as in Zhang et al.,
    /// "mixup: beyond empirical risk minimization" (2018). Not for images alone.
    /// </summary>
    /// <typeparam name="TTarget">The type of the targets.</typeparam>
    /// <param name="data">The set.</param>
    /// <param name="alpha">The parameter, above 0; 0.2 to 1 are usual, more mixes more.</param>
    /// <returns>
    /// Targets that are numbers are mixed alike. Labels are not: the sample keeps its own, and λ comes from Beta(α + 1, α). The expected loss is exactly that of mixup,
    /// <c>λ l(x, a) + (1 − λ) l(x, b)</c>, the gradient of one batch is noisier. Who wants soft targets gives probabilities and trains with <c>KLDivergence</c>, whose gradient is that of the cross-entropy.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The parameter is not above zero.</exception>
    public static Dataset<float, TTarget> Mixup<TTarget>(this Dataset<float, TTarget> data, double alpha = 0.2)
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.WithAugmentation(AugmentationPlan.Mixing(data, alpha));
    }

    /// <inheritdoc cref="Mixup{TTarget}(Dataset{float, TTarget}, double)"/>
    public static StreamedDataset<float, TTarget> Mixup<TTarget>(this StreamedDataset<float, TTarget> data, double alpha = 0.2)
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        return new AugmentedStream<float, TTarget>(data, AugmentationPlan.Mixing(data, alpha));
    }
}
