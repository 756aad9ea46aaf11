using System.Globalization;
using System.Numerics;

namespace NetGen.Runtime;

/// <summary>Checks of what a user hands in, before anything is computed or changed.</summary>
internal static class BatchCheck
{
    /// <summary>How many samples <paramref name="inputs"/> hold.</summary>
    /// <exception cref="ArgumentException">Not a whole number of samples, or a value that is not finite.</exception>
    public static int Inputs<T>(NetworkInfo info, ReadOnlySpan<T> inputs)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var batch = inputs.Length / info.InputSize;
        if (batch * info.InputSize != inputs.Length)
        {
            throw new ArgumentException(Text($"{info.Name} takes {info.InputSize} values per sample, but {inputs.Length} inputs are not a whole number of samples."), nameof(inputs));
        }

        if (!Panels.AllFinite(inputs))
        {
            throw new ArgumentException(NotFinite(inputs, info.InputSize, $"Inputs of {info.Name} must be finite"), nameof(inputs));
        }

        return batch;
    }

    public static void NotEmpty<T>(NetworkInfo info, ReadOnlySpan<T> inputs)
        where T : unmanaged
    {
        if (inputs.IsEmpty)
        {
            throw new ArgumentException($"The mean loss of an empty batch is not defined; give {info.Name} at least one sample.", nameof(inputs));
        }
    }

    /// <summary>Enough samples for a loss in training mode.</summary>
    /// <exception cref="ArgumentException">Fewer than <see cref="NetworkInfo.SmallestTrainingBatch"/>.</exception>
    public static void Training(NetworkInfo info, int batch, string parameter = "inputs")
    {
        if (batch < info.SmallestTrainingBatch)
        {
            throw new ArgumentException(TooFew(info, Text($"a batch of {batch} was given.")), parameter);
        }
    }

    /// <summary>Why a network does not train on so few samples.</summary>
    public static string TooFew(NetworkInfo info, string found) => Text(
        $"{info.Name} trains on batches of at least {info.SmallestTrainingBatch} samples: it has a batch norm that gets one value per channel from each sample, and of a single value nothing is left once its mean is taken away; but {found}");

    public static void Length(int found, long expected, string what, string parameter)
    {
        if (found != expected)
        {
            throw new ArgumentException(Text($"{what} must be {expected} values, but {found} were given."), parameter);
        }
    }

    /// <summary>The message is put together only when it is needed: a check that passes allocates nothing.</summary>
    public static void Length(int found, long expected, string what, int samples, string parameter)
    {
        if (found != expected)
        {
            Length(found, expected, Text($"{what} of {samples} samples"), parameter);
        }
    }

    /// <summary>Classes, or the label that counts for nothing.</summary>
    public static void Labels(ReadOnlySpan<int> labels, int classes, int ignored)
    {
        if (IndexOutside(labels, classes, ignored) is >= 0 and var i)
        {
            throw new ArgumentException(Text($"Labels lie between 0 and {classes - 1}, but label {i} is {labels[i]}."), nameof(labels));
        }
    }

    /// <summary>Where the first number is that is not from 0 up to <paramref name="count"/>, <paramref name="allowed"/> excepted; or -1.</summary>
    public static int IndexOutside(ReadOnlySpan<int> numbers, int count, int allowed)
    {
        // Negative numbers are large as unsigned ones.
        var (bound, exception) = (new Vector<uint>((uint)count), new Vector<int>(allowed));
        var known = 0;
        for (; known <= numbers.Length - Vector<uint>.Count; known += Vector<uint>.Count)
        {
            var found = new Vector<int>(numbers[known..]);
            var outside = Vector.AsVectorInt32(Vector.GreaterThanOrEqual(Vector.AsVectorUInt32(found), bound));
            if (!Vector.EqualsAll(Vector.AndNot(outside, Vector.Equals(found, exception)), Vector<int>.Zero))
            {
                break;
            }
        }

        for (var i = known; i < numbers.Length; i++)
        {
            if ((uint)numbers[i] >= (uint)count && numbers[i] != allowed)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Targets inside the range of the loss.</summary>
    public static void Targets<T>(NetworkInfo info, ReadOnlySpan<T> targets, TargetRange range)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var index = range.IndexOutside(targets);
        if (index >= 0)
        {
            throw new ArgumentException(
                Text($"{info.Loss} of {info.Name} takes {range}, but value {index % info.OutputSize} of sample {index / info.OutputSize} is {targets[index]}."), nameof(targets));
        }
    }

    /// <summary>One weight per sample, or one per row where <paramref name="rowsPerSample"/> rows of a sample may be weighted one by one.</summary>
    public static void SampleWeights(int found, int samples, int rowsPerSample, string parameter)
    {
        if (found == samples || found == (long)samples * rowsPerSample)
        {
            return;
        }

        var perPosition = rowsPerSample == 1 ? "" : Text($" or, one per labelled position, {(long)samples * rowsPerSample}");
        throw new ArgumentException(Text($"The sample weights of {samples} samples must be {samples} values{perPosition}, but {found} were given."), parameter);
    }

    public static void Finite<T>(ReadOnlySpan<T> values, int perSample, string what, string parameter)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (!Panels.AllFinite(values))
        {
            throw new ArgumentException(NotFinite(values, perSample, what + " must be finite"), parameter);
        }
    }

    private static string NotFinite<T>(ReadOnlySpan<T> values, int perSample, string what)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var index = 0;
        while (Panels.AllFinite(values.Slice(index, 1)))
        {
            index++;
        }

        return Text($"{what}, but value {index % perSample} of sample {index / perSample} is {values[index]}.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
