using System.Buffers;
using System.Globalization;

namespace NetGen.Runtime;

// Gradients by the inputs alone, of networks with several inputs or outputs.
public abstract partial class NetworkCore<T>
{
    /// <summary>The gradient of one value of one output of each sample by the sample's inputs.</summary>
    /// <param name="inputs">Whole samples of each input.</param>
    /// <param name="output">Which output, from 0.</param>
    /// <param name="value">Which of its values, from 0.</param>
    /// <returns>One value per input value, an array for each input.</returns>
    public T[][] InputGradientOf(SpanList<T> inputs, int output, int value) => InputGradientOf(inputs, output, value, InputGradient);

    /// <param name="inputs">Whole samples of each input.</param>
    /// <param name="output">Which output, from 0.</param>
    /// <param name="value">Which of its values, from 0.</param>
    /// <param name="weighted">Computes the gradient of a weighted sum, here or on a device.</param>
    internal T[][] InputGradientOf(SpanList<T> inputs, int output, int value, WeightedInputGradient weighted)
    {
        if ((uint)output >= (uint)_layout.Outputs.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(output), output, string.Create(CultureInfo.InvariantCulture, $"{Info.Name} has {_layout.Outputs.Length} outputs, 0 to {_layout.Outputs.Length - 1}."));
        }

        var size = _layout.Outputs[output];
        if ((uint)value >= (uint)size)
        {
            var which = _layout.Outputs.Length == 1 ? "has the outputs" : string.Create(CultureInfo.InvariantCulture, $"has in its output {output} the values");
            throw new ArgumentOutOfRangeException(nameof(value), value, string.Create(CultureInfo.InvariantCulture, $"{Info.Name} {which} 0 to {size - 1}."));
        }

        var batch = SeveralCheck.Inputs(_layout, inputs);
        var length = checked(batch * _layout.Outputs.Sum());
        var seed = ArrayPool<T>.Shared.Rent(length);
        seed.AsSpan(0, length).Clear();
        var start = batch * _layout.Outputs.Take(output).Sum();
        for (var sample = 0; sample < batch; sample++)
        {
            seed[start + (sample * size) + value] = T.One;
        }

        T[][] gradients = [.. _layout.Inputs.Select(values => new T[batch * values])];
        weighted(inputs, Parts.ToRead<T>(seed.AsSpan(0, length), batch, _layout.Outputs), Parts.Over(gradients));
        ArrayPool<T>.Shared.Return(seed);
        return gradients;
    }

    /// <summary>The gradient of a weighted sum of each sample's outputs by the sample's inputs; allocates nothing after the first calls.</summary>
    /// <param name="inputs">Whole samples of each input.</param>
    /// <param name="outputGradients">The weight of each value of each output.</param>
    /// <param name="inputGradients">One value per input value, overwritten; or empty, each by itself.</param>
    public unsafe void InputGradient(SpanList<T> inputs, SpanList<T> outputGradients, WritableSpanList<T> inputGradients)
    {
        var batch = SeveralCheck.Inputs(_layout, inputs);
        SeveralCheck.OutputGradients(_layout, batch, outputGradients);
        SeveralCheck.InputGradients(_layout, batch, inputGradients);
        var program = _untilInputs ??= _layout.Programs[(int)ProgramKind.Backward]!.UpToRows();
        RefreshStaleTransposes();
        fixed (T* x0 = inputs[0], x1 = inputs[1], x2 = inputs[2], x3 = inputs[3], x4 = inputs[4], x5 = inputs[5], x6 = inputs[6], x7 = inputs[7])
        fixed (T* y0 = outputGradients[0], y1 = outputGradients[1], y2 = outputGradients[2], y3 = outputGradients[3], y4 = outputGradients[4], y5 = outputGradients[5], y6 = outputGradients[6], y7 = outputGradients[7])
        fixed (T* d0 = inputGradients[0], d1 = inputGradients[1], d2 = inputGradients[2], d3 = inputGradients[3], d4 = inputGradients[4], d5 = inputGradients[5], d6 = inputGradients[6], d7 = inputGradients[7])
        {
            try
            {
                var x = Addresses(x0, x1, x2, x3, x4, x5, x6, x7);
                AddressList y = Addresses(y0, y1, y2, y3, y4, y5, y6, y7), d = Addresses(d0, d1, d2, d3, d4, d5, d6, d7);
                var block = BlockOf(program, batch);
                for (var first = 0; first < batch; first += block)
                {
                    _training.Prepare(program, Math.Min(block, batch - first), Math.Max(1, ChunksOf(program)));
                    SetInputs(_training, x, first);
                    SetOutputGradients(y, first);
                    SetInputGradients(d, first);
                    Run(ProgramKind.Backward, program, _training);
                }
            }
            finally
            {
                _training.Release();
            }
        }
    }

    /// <summary>The gradient of a weighted sum of each sample's outputs by its inputs.</summary>
    internal delegate void WeightedInputGradient(SpanList<T> inputs, SpanList<T> outputGradients, WritableSpanList<T> inputGradients);
}
