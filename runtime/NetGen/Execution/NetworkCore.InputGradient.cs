using System.Buffers;

namespace NetGen.Runtime;

// Gradients by the inputs alone: the backward program up to its last phase that works on samples. What comes after it is for parameters.
public abstract partial class NetworkCore<T>
{
    private ProgramLayout? _untilInputs;

    /// <summary>The gradient of one output of each sample by the sample's inputs.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="output">Which output, from 0.</param>
    /// <returns>One value per input value.</returns>
    public T[] InputGradient(ReadOnlySpan<T> inputs, int output)
    {
        var seed = OneOutput(inputs.Length, output);
        var gradients = new T[inputs.Length];
        InputGradient(inputs, seed, gradients);
        return gradients;
    }

    /// <summary>The gradient of a weighted sum of each sample's outputs by the sample's inputs; allocates nothing after the first calls.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="outputGradients">The weight of each output.</param>
    /// <param name="inputGradients">One value per input value, overwritten.</param>
    public unsafe void InputGradient(ReadOnlySpan<T> inputs, ReadOnlySpan<T> outputGradients, Span<T> inputGradients)
    {
        var batch = BatchCheck.Inputs(Info, inputs);
        BatchCheck.Length(outputGradients.Length, (long)batch * Info.OutputSize, "Output gradients", batch, nameof(outputGradients));
        BatchCheck.Finite(outputGradients, Info.OutputSize, "Output gradients", nameof(outputGradients));
        BatchCheck.Length(inputGradients.Length, inputs.Length, "Input gradients", nameof(inputGradients));
        var program = _untilInputs ??= _layout.Programs[(int)ProgramKind.Backward]!.UpToRows();
        RefreshStaleTransposes();
        fixed (T* input = inputs, outputGradient = outputGradients, inputGradient = inputGradients)
        {
            try
            {
                var block = BlockOf(program, batch);
                for (var first = 0; first < batch; first += block)
                {
                    _training.Prepare(program, Math.Min(block, batch - first), Math.Max(1, ChunksOf(program)));
                    _training.InputAddress = (nint)(input + ((nint)first * Info.InputSize));
                    _training.OutputGradientAddress = (nint)(outputGradient + ((nint)first * Info.OutputSize));
                    _training.InputGradientAddress = (nint)(inputGradient + ((nint)first * Info.InputSize));
                    Run(ProgramKind.Backward, program, _training);
                }
            }
            finally
            {
                _training.Release();
            }
        }
    }

    /// <summary>The weight 1 for one output of each sample, 0 for the others.</summary>
    internal T[] OneOutput(int inputs, int output)
    {
        if ((uint)output >= (uint)Info.OutputSize)
        {
            throw new ArgumentOutOfRangeException(nameof(output), output, FormattableString.Invariant($"{Info.Name} has the outputs 0 to {Info.OutputSize - 1}."));
        }

        var seed = new T[checked(inputs / Info.InputSize * Info.OutputSize)];
        for (var i = output; i < seed.Length; i += Info.OutputSize)
        {
            seed[i] = T.One;
        }

        return seed;
    }

    /// <summary>Predict, from and to single precision.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="outputs">Exactly their outputs.</param>
    public void PredictFromSingle(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        var exact = Widen(inputs);
        PredictSingle(exact.AsSpan(0, inputs.Length), outputs);
        ArrayPool<T>.Shared.Return(exact);
    }

    /// <summary>InputGradient, from and to single precision.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="outputGradients">The weight of each output.</param>
    /// <param name="inputGradients">One value per input value, overwritten.</param>
    public void InputGradientSingle(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<float> inputGradients)
    {
        var (exact, seed, gradients) = (Widen(inputs), Widen(outputGradients), ArrayPool<T>.Shared.Rent(inputGradients.Length));
        InputGradient(exact.AsSpan(0, inputs.Length), seed.AsSpan(0, outputGradients.Length), gradients.AsSpan(0, inputGradients.Length));
        Round(gradients, inputGradients);
        ArrayPool<T>.Shared.Return(exact);
        ArrayPool<T>.Shared.Return(seed);
        ArrayPool<T>.Shared.Return(gradients);
    }
}
