using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// Samples of known types. Parts and other orders of a set (<c>Split</c>, <see cref="Shuffle"/>, <see cref="Take"/>,
/// <see cref="Subset"/>) share its values instead of copying them. A set does not change once made and may be read by many threads.
/// </summary>
/// <typeparam name="TInput"><see cref="float"/>, <see cref="double"/>, or <see cref="int"/> for token ids.</typeparam>
/// <typeparam name="TTarget"><see cref="int"/> for class labels, <see cref="float"/> or <see cref="double"/> otherwise.</typeparam>
public sealed partial class Dataset<TInput, TTarget> : Dataset
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly TInput[] _inputs;
    private readonly TTarget[] _targets;

    /// <summary>The stored rows of this set in its order; null: the first <see cref="Dataset.Count"/> rows as they lie.</summary>
    private readonly int[]? _rows;

    /// <summary>A set over values that have been validated.</summary>
    internal Dataset(TInput[] inputs, TTarget[] targets, int count, int[] inputShape)
        : base(count, inputs.Length / count, targets.Length / count, inputShape)
    {
        _inputs = inputs;
        _targets = targets;
        if (typeof(TTarget) == typeof(int))
        {
            int largest = 0;
            foreach (int label in MemoryMarshal.Cast<TTarget, int>(targets))
            {
                largest = Math.Max(largest, label);
            }

            ClassCount = largest == int.MaxValue ? int.MaxValue : largest + 1;
        }
    }

    /// <summary>A view: the same values, other rows.</summary>
    private Dataset(Dataset<TInput, TTarget> whole, int[]? rows, int count)
        : base(count, whole.InputSize, whole.TargetSize, whole.InputShape)
    {
        _inputs = whole._inputs;
        _targets = whole._targets;
        _rows = rows;
        ClassCount = whole.ClassCount;
        ClassNames = whole.ClassNames;
        Normalization = whole.Normalization;
        Preprocessing = whole.Preprocessing;
        Augmentation = whole.Augmentation;
    }

    /// <summary>Whether the rows lie one after another, so that a batch is a slice.</summary>
    internal bool IsContiguous => _rows is null;

    /// <summary>The stored values; the rows of a contiguous set are the first ones.</summary>
    internal TInput[] InputValues => _inputs;

    /// <inheritdoc cref="InputValues"/>
    internal TTarget[] TargetValues => _targets;

    /// <summary>The input of sample <paramref name="index"/>: <see cref="Dataset.InputSize"/> values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public ReadOnlySpan<TInput> Input(int index) => _inputs.AsSpan(Row(index) * InputSize, InputSize);

    /// <summary>The target of sample <paramref name="index"/>: <see cref="Dataset.TargetSize"/> values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public ReadOnlySpan<TTarget> Target(int index) => _targets.AsSpan(Row(index) * TargetSize, TargetSize);

    /// <summary>The same set with names for its classes.</summary>
    /// <param name="names">The names in the order of the labels.</param>
    /// <exception cref="InvalidOperationException">The targets are not class labels.</exception>
    /// <exception cref="ArgumentException">There are fewer names than labels in use.</exception>
    public Dataset<TInput, TTarget> WithClassNames(params IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (ClassCount is not int classes)
        {
            throw new InvalidOperationException($"Only class labels (int targets) have class names; the targets of this set are {typeof(TTarget)}.");
        }

        if (names.Count < classes)
        {
            throw new ArgumentException($"{names.Count} class names are given, but labels up to {classes - 1} occur: {classes} names are needed.", nameof(names));
        }

        return new(this, _rows, Count) { ClassNames = [.. names], ClassCount = names.Count };
    }

    /// <summary>The same set with names for what binary targets, which are numbers and no labels, stand for: 0 and 1.</summary>
    internal Dataset<TInput, TTarget> WithBinaryNames(IReadOnlyList<string>? names) =>
        new(this, _rows, Count) { ClassNames = names };

    /// <summary>The same set with a note on how its inputs were normalised.</summary>
    internal Dataset<TInput, TTarget> WithNormalization(Normalization? normalization) =>
        new(this, _rows, Count) { Normalization = normalization };

    /// <summary>The same set with a note on how its inputs were made.</summary>
    internal Dataset<TInput, TTarget> WithPreprocessing(string? preprocessing) =>
        new(this, _rows, Count) { Preprocessing = preprocessing };

    /// <summary>The same set with changes of its samples whenever it is trained on.</summary>
    internal Dataset<TInput, TTarget> WithAugmentation(AugmentationPlan augmentation) =>
        new(this, _rows, Count) { Augmentation = augmentation };

    /// <summary>Copies samples into consecutive rows.</summary>
    /// <param name="order">Which samples, in which order.</param>
    /// <param name="inputs">At least <c>order.Length · InputSize</c> values.</param>
    /// <param name="targets">At least <c>order.Length · TargetSize</c> values.</param>
    internal void Gather(ReadOnlySpan<int> order, Span<TInput> inputs, Span<TTarget> targets)
    {
        for (int i = 0; i < order.Length; i++)
        {
            Input(order[i]).CopyTo(inputs[(i * InputSize)..]);
            Target(order[i]).CopyTo(targets[(i * TargetSize)..]);
        }
    }

    private int Row(int index)
    {
        if ((uint)index >= (uint)Count)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"The set has samples 0 to {Count - 1}.");
        }

        return _rows is null ? index : _rows[index];
    }
}
