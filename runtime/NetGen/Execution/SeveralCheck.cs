using System.Globalization;
using System.Numerics;

namespace NetGen.Runtime;

/// <summary>Checks of what a user hands in to a network with several inputs, outputs or losses. What passes allocates nothing.</summary>
internal static class SeveralCheck
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

    /// <summary>How many samples each of the inputs holds.</summary>
    /// <exception cref="ArgumentException">Not a whole number of samples, not as many as the first, or a value that is not finite.</exception>
    public static int Inputs<T>(NetworkLayout layout, SpanList<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var sizes = layout.Inputs;
        var batch = inputs[0].Length / sizes[0];
        for (var i = 0; i < sizes.Length; i++)
        {
            if (inputs[i].Length % sizes[i] != 0)
            {
                throw new ArgumentException(
                    Text($"{layout.Info.Name} takes {sizes[i]} values per sample as its {Name("input", i, sizes.Length)}, but {inputs[i].Length} are not a whole number of samples."), nameof(inputs));
            }

            if (inputs[i].Length / sizes[i] != batch)
            {
                throw new ArgumentException(
                    Text($"All inputs of {layout.Info.Name} hold the same samples, but its first input has {batch} and its {Name("input", i, sizes.Length)} {inputs[i].Length / sizes[i]}."), nameof(inputs));
            }

            if (!Panels.AllFinite(inputs[i]))
            {
                BatchCheck.Finite(inputs[i], sizes[i], Text($"The {Name("inputs", i, sizes.Length)} of {layout.Info.Name}"), nameof(inputs));
            }
        }

        return batch;
    }

    public static void NotEmpty(NetworkLayout layout, int batch, string parameter)
    {
        if (batch == 0)
        {
            throw new ArgumentException($"The mean loss of an empty batch is not defined; give {layout.Info.Name} at least one sample.", parameter);
        }
    }

    public static void Length(int found, int batch, int size, string what, int index, int count, string parameter)
    {
        if (found != (long)batch * size)
        {
            BatchCheck.Length(found, (long)batch * size, Text($"The {Name(what, index, count)} of {batch} samples"), parameter);
        }
    }

    /// <summary>A gradient from elsewhere for each output.</summary>
    public static void OutputGradients<T>(NetworkLayout layout, int batch, SpanList<T> outputGradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var i = 0; i < layout.Outputs.Length; i++)
        {
            Length(outputGradients[i].Length, batch, layout.Outputs[i], "output gradients", i, layout.Outputs.Length, nameof(outputGradients));
            BatchCheck.Finite(outputGradients[i], layout.Outputs[i], "Output gradients", nameof(outputGradients));
        }
    }

    /// <summary>Room for the gradient by each input, or none.</summary>
    public static void InputGradients<T>(NetworkLayout layout, int batch, WritableSpanList<T> inputGradients)
        where T : unmanaged
    {
        for (var i = 0; i < layout.Inputs.Length; i++)
        {
            if (!inputGradients[i].IsEmpty)
            {
                Length(inputGradients[i].Length, batch, layout.Inputs[i], "input gradients", i, layout.Inputs.Length, nameof(inputGradients));
            }
        }
    }

    /// <summary>Inputs, targets and weights of a loss.</summary>
    public static int Batch<T>(NetworkLayout layout, SpanList<T> inputs, SpanList<int> labels, SpanList<T> targets, ReadOnlySpan<T> sampleWeights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var batch = Inputs(layout, inputs);
        NotEmpty(layout, batch, nameof(inputs));
        var (label, value, count) = (0, 0, layout.Targets.Length);
        for (var i = 0; i < count; i++)
        {
            var target = layout.Targets[i];
            if (target.Labels)
            {
                var found = labels[label++];
                Length(found.Length, batch, target.Size, "labels", i, count, nameof(labels));
                BatchCheck.Labels(found, target.Classes, target.Ignored);
            }
            else if (target.Size > 0)
            {
                var found = targets[value++];
                Length(found.Length, batch, target.Size, "targets", i, count, nameof(targets));
                BatchCheck.Finite(found, target.Size, "Targets", nameof(targets));
                CheckRange(layout, target, found);
            }
        }

        if (!sampleWeights.IsEmpty)
        {
            BatchCheck.SampleWeights(sampleWeights.Length, batch, layout.WeightedRows, nameof(sampleWeights));
        }

        return batch;
    }

    private static void CheckRange<T>(NetworkLayout layout, TargetLayout target, ReadOnlySpan<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var range = TargetRange.Of(target.Loss);
        var index = range.IndexOutside(targets);
        if (index >= 0)
        {
            throw new ArgumentException(
                Text($"{target.Loss} of {layout.Info.Name} takes {range}, but value {index % target.Size} of sample {index / target.Size} is {targets[index]}."), nameof(targets));
        }
    }

    private static string Name(string what, int index, int count) => count == 1 ? what : $"{Ordinals[index]} {what}";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
