using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// A batch whose samples are rows, all inputs of a sample one after the other and all its targets so too, taken apart into a span for each: what a training loop
/// hands over, as kernels read it. The memory is used again for the next batch.
/// </summary>
internal sealed class SampleRows<T>(NetworkLayout layout)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int[] _labelSizes = [.. layout.Targets.Where(target => target.Labels).Select(target => target.Size)];
    private readonly int[] _valueSizes = [.. layout.Targets.Where(target => !target.Labels && target.Size > 0).Select(target => target.Size)];
    private readonly int _inputSize = layout.Inputs.Sum();
    private readonly int _outputSize = layout.Outputs.Sum();
    private readonly int _targetSize = layout.Targets.Sum(target => target.Size);
    private T[] _inputs = [];
    private T[] _outputs = [];
    private T[] _inputGradients = [];
    private T[] _values = [];
    private T[] _weights = [];
    private int[] _labels = [];
    private int _batch;
    private int _weightCount;

    public SpanList<T> Inputs => Parts.ToRead<T>(_inputs, _batch, layout.Inputs);

    public WritableSpanList<T> InputGradients => Parts.ToWrite<T>(_inputGradients, _batch, layout.Inputs);

    public SpanList<T> OutputGradients => Parts.ToRead<T>(_outputs, _batch, layout.Outputs);

    public WritableSpanList<T> Outputs => Parts.ToWrite<T>(_outputs, _batch, layout.Outputs);

    public SpanList<int> Labels => Parts.ToRead<int>(_labels, _batch, _labelSizes);

    public SpanList<T> Values => Parts.ToRead<T>(_values, _batch, _valueSizes);

    public ReadOnlySpan<T> Weights => _weights.AsSpan(0, _weightCount);

    /// <exception cref="ArgumentException">Not whole samples, or targets that do not belong to them.</exception>
    public void Take<TInput, TTarget>(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<float> sampleWeights)
        where TInput : unmanaged, INumberBase<TInput>
        where TTarget : unmanaged
    {
        TakeInputs(inputs);
        TakeTargets(targets);
        TakeWeights(sampleWeights);
    }

    /// <exception cref="ArgumentException">Not whole samples.</exception>
    public void TakeInputs<TFrom>(ReadOnlySpan<TFrom> inputs)
        where TFrom : unmanaged, INumberBase<TFrom>
    {
        _batch = inputs.Length / _inputSize;
        if (_batch * _inputSize != inputs.Length)
        {
            throw new ArgumentException(Text($"{layout.Info.Name} takes {_inputSize} values per sample, of all its inputs together, but {inputs.Length} inputs are not a whole number of samples."), nameof(inputs));
        }

        CheckTokens(inputs);
        Split(inputs, Room(ref _inputs, inputs.Length), layout.Inputs);
    }

    /// <exception cref="ArgumentException">Another number of values than the batch asks for.</exception>
    public void TakeOutputGradients(ReadOnlySpan<float> outputGradients)
    {
        BatchCheck.Length(outputGradients.Length, (long)_batch * _outputSize, "Output gradients", _batch, nameof(outputGradients));
        Split(outputGradients, Room(ref _outputs, outputGradients.Length), layout.Outputs);
    }

    /// <param name="targets">Labels, where all targets are labels; otherwise values, with labels as whole numbers.</param>
    /// <exception cref="ArgumentException">Another number of values than the batch asks for, or a label that is none.</exception>
    public void TakeTargets<TTarget>(ReadOnlySpan<TTarget> targets)
        where TTarget : unmanaged
    {
        BatchCheck.Length(targets.Length, (long)_batch * _targetSize, "The targets", _batch, nameof(targets));
        _ = Room(ref _labels, _batch * _labelSizes.Sum());
        _ = Room(ref _values, _batch * _valueSizes.Sum());
        var (column, label, value) = (0, 0, 0);
        foreach (var target in layout.Targets)
        {
            if (target.Labels)
            {
                TakeLabels(targets, column, target, _labels.AsSpan(label, _batch * target.Size));
                label += _batch * target.Size;
            }
            else
            {
                SplitColumn(MemoryMarshal.Cast<TTarget, T>(targets), _targetSize, column, target.Size, _values.AsSpan(value, _batch * target.Size));
                value += _batch * target.Size;
            }

            column += target.Size;
        }
    }

    public void TakeWeights(ReadOnlySpan<float> sampleWeights)
    {
        _weightCount = sampleWeights.Length;
        Convert(sampleWeights, Room(ref _weights, sampleWeights.Length));
    }

    /// <summary>Makes room for what Predict writes.</summary>
    /// <exception cref="ArgumentException">The user's outputs have another length.</exception>
    public void MakeOutputs(int length)
    {
        BatchCheck.Length(length, (long)_batch * _outputSize, "The outputs", _batch, "outputs");
        _ = Room(ref _outputs, length);
    }

    /// <summary>Makes room for the gradients by the inputs.</summary>
    /// <exception cref="ArgumentException">The user's gradients have another length.</exception>
    public void MakeInputGradients(int length)
    {
        BatchCheck.Length(length, _batch * _inputSize, "Input gradients", "inputGradients");
        _ = Room(ref _inputGradients, length);
    }

    public void GiveOutputs(Span<float> outputs) => Join(_outputs, outputs, layout.Outputs);

    public void GiveInputGradients(Span<float> inputGradients) => Join(_inputGradients, inputGradients, layout.Inputs);

    /// <exception cref="ArgumentException">A value is no token where one is wanted.</exception>
    private void CheckTokens<TFrom>(ReadOnlySpan<TFrom> inputs)
        where TFrom : unmanaged, INumberBase<TFrom>
    {
        var column = 0;
        for (var index = 0; index < layout.Info.Inputs.Count; index++)
        {
            // By index: an enumerator of an interface would be allocated.
            var input = layout.Info.Inputs[index];
            for (var sample = 0; sample < _batch && input.Vocabulary > 0; sample++)
            {
                TokenCheck.Require(layout.Info, input, sample, inputs.Slice((sample * _inputSize) + column, input.Size));
            }

            column += input.Size;
        }
    }

    private void TakeLabels<TTarget>(ReadOnlySpan<TTarget> targets, int column, TargetLayout target, Span<int> labels)
        where TTarget : unmanaged
    {
        if (typeof(TTarget) == typeof(int))
        {
            SplitColumn(MemoryMarshal.Cast<TTarget, int>(targets), _targetSize, column, target.Size, labels);
            return;
        }

        var values = MemoryMarshal.Cast<TTarget, T>(targets);
        for (var sample = 0; sample < _batch; sample++)
        {
            var row = values.Slice((sample * _targetSize) + column, target.Size);
            var wrong = TargetInfo.IndexOfNoLabel(row, target.Classes, target.Ignored);
            if (wrong >= 0)
            {
                throw new ArgumentException(
                    Text($"Target {column + wrong} of sample {sample} is {row[wrong]}, but {layout.Info.Name} takes a label there: a whole number from 0 to {target.Classes - 1}."), nameof(targets));
            }

            Convert(row, labels.Slice(sample * target.Size, target.Size));
        }
    }

    private void Split<TFrom, TTo>(ReadOnlySpan<TFrom> rows, Span<TTo> parts, int[] sizes)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo>
    {
        var (width, column) = (sizes.Sum(), 0);
        foreach (var size in sizes)
        {
            SplitColumn(rows, width, column, size, parts.Slice(_batch * column, _batch * size));
            column += size;
        }
    }

    private void SplitColumn<TFrom, TTo>(ReadOnlySpan<TFrom> rows, int width, int column, int size, Span<TTo> part)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo>
    {
        for (var sample = 0; sample < _batch; sample++)
        {
            Convert(rows.Slice((sample * width) + column, size), part.Slice(sample * size, size));
        }
    }

    private void Join(ReadOnlySpan<T> parts, Span<float> rows, int[] sizes)
    {
        var (width, column) = (sizes.Sum(), 0);
        foreach (var size in sizes)
        {
            for (var sample = 0; sample < _batch; sample++)
            {
                Convert(parts.Slice((_batch * column) + (sample * size), size), rows.Slice((sample * width) + column, size));
            }

            column += size;
        }
    }

    /// <summary>A copy where the types are the same.</summary>
    private static void Convert<TFrom, TTo>(ReadOnlySpan<TFrom> from, Span<TTo> to)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo>
    {
        if (typeof(TFrom) == typeof(TTo))
        {
            MemoryMarshal.Cast<TFrom, TTo>(from).CopyTo(to);
            return;
        }

        for (var i = 0; i < from.Length; i++)
        {
            to[i] = TTo.CreateTruncating(from[i]);
        }
    }

    private static Span<TValue> Room<TValue>(ref TValue[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new TValue[length];
        }

        return buffer.AsSpan(0, length);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
