namespace NetGen;

/// <summary>
/// Samples to train on or to test with: inputs and what a network should answer.
/// Made by <see cref="From{TInput, TTarget}"/> from arrays or by <c>LoadIdx</c>, <c>LoadCifar10</c> and <c>LoadCifar100</c> from files; typed as <see cref="Dataset{TInput, TTarget}"/>.
/// </summary>
public abstract partial class Dataset
{
    private protected Dataset(int count, int inputSize, int targetSize, IReadOnlyList<int> inputShape)
    {
        Count = count;
        InputSize = inputSize;
        TargetSize = targetSize;
        InputShape = inputShape;
    }

    /// <summary>How many samples there are; at least one.</summary>
    public int Count { get; }

    /// <summary>How many values the input of one sample has.</summary>
    public int InputSize { get; }

    /// <summary>How many values the target of one sample has: 1 for a class label or a single number.</summary>
    public int TargetSize { get; }

    /// <summary>The shape of one input, for example 1, 28, 28 (channels, height, width).</summary>
    public IReadOnlyList<int> InputShape { get; }

    /// <summary>The names of the classes in the order of the labels, where they are known.</summary>
    public IReadOnlyList<string>? ClassNames { get; private protected init; }

    /// <summary>
    /// The number of classes: of <see cref="ClassNames"/>, or the largest label of the whole set plus one; null unless targets are labels.
    /// Parts of a set (<c>Split</c>, <c>Take</c>, …) keep the number of the whole.
    /// </summary>
    public int? ClassCount { get; private protected init; }

    /// <summary>The normalisation that the inputs went through, where this library applied one.</summary>
    public Normalization? Normalization { get; private protected init; }

    /// <summary>
    /// How raw values became the inputs, as a text that whoever did it can read again (JSON for the tables of NetGen.Data); null: not known. Training notes it in
    /// the network, so that the model's file carries it.
    /// </summary>
    public string? Preprocessing { get; private protected init; }

    /// <summary>What is done to the samples whenever they are trained on; null: nothing.</summary>
    internal AugmentationPlan? Augmentation { get; private protected init; }
}
