namespace NetGen;

public abstract partial class Dataset
{
    /// <summary>Makes a set from arrays, which it uses without copying: do not write to them afterwards.</summary>
    /// <typeparam name="TInput"><see cref="float"/>, <see cref="double"/>, or <see cref="int"/> for token ids.</typeparam>
    /// <typeparam name="TTarget"><see cref="int"/> for class labels, <see cref="float"/> or <see cref="double"/> otherwise.</typeparam>
    /// <param name="inputs">The inputs, sample after sample: a multiple of the shape's size. Finite; token ids are not negative.</param>
    /// <param name="targets">The targets, sample after sample, equally many per sample. Finite; labels are not negative, but for -100, which a loss ignores.</param>
    /// <param name="inputShape">
    /// The shape of one input, without the batch. Left out, every single target is a sample and each has <c>inputs.Length / targets.Length</c> inputs.
    /// </param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentException">
    /// The lengths do not fit each other, there is no sample, an input or target is NaN or infinite, a label is negative, or a type is not one of those named.
    /// </exception>
    public static Dataset<TInput, TTarget> From<TInput, TTarget>(TInput[] inputs, TTarget[] targets, params int[] inputShape)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(inputShape);
        if (inputs.Length == 0 || targets.Length == 0)
        {
            throw new ArgumentException($"A data set has at least one sample; there are {inputs.Length} input and {targets.Length} target values.", nameof(inputs));
        }

        if (inputShape.Length == 0)
        {
            if (inputs.Length % targets.Length != 0)
            {
                throw new ArgumentException(
                    $"{inputs.Length} input values do not divide among {targets.Length} targets. Give the shape of one input if a sample has several targets.", nameof(inputs));
            }

            inputShape = [inputs.Length / targets.Length];
        }

        int inputSize = SizeOf(inputShape);
        if (inputs.Length % inputSize != 0)
        {
            throw new ArgumentException(
                $"{inputs.Length} input values are not a whole number of samples of shape {Shapes.Format(inputShape)} ({inputSize} values each).", nameof(inputs));
        }

        int count = inputs.Length / inputSize;
        if (targets.Length % count != 0)
        {
            throw new ArgumentException(
                $"{targets.Length} target values do not divide among {count} samples of shape {Shapes.Format(inputShape)}.", nameof(targets));
        }

        SampleValues.RequireInputs<TInput>(inputs, inputSize);
        SampleValues.RequireTargets<TTarget>(targets, targets.Length / count);
        return new Dataset<TInput, TTarget>(inputs, targets, count, [.. inputShape]);
    }

    internal static int SizeOf(int[] shape)
    {
        long size = 1;
        foreach (int extent in shape)
        {
            if (extent <= 0 || (size *= extent) > int.MaxValue)
            {
                throw new ArgumentException(
                    $"The input shape {Shapes.Format(shape)} is not one: every extent is at least 1 and their product at most {int.MaxValue}.", nameof(shape));
            }
        }

        return (int)size;
    }
}
