using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <content>What networks with several inputs, outputs or losses have several of.</content>
public sealed partial class Pass<T>
{
    private readonly AlignedBuffer?[] _otherRowWeights = new AlignedBuffer?[AddressList.Capacity];
    private AddressList _inputs;
    private AddressList _targets;
    private AddressList _outputs;
    private AddressList _outputGradients;
    private AddressList _inputGradients;
    private AddressList _strides;
    private AddressList _otherWeights;

    /// <summary>One of the user's inputs, sample by sample.</summary>
    /// <param name="index">Which.</param>
    /// <returns>Its first value.</returns>
    public ref T InputOf(int index) => ref Memory.At<T>(_inputs[index]);

    /// <summary>Values from one sample of an input to the next.</summary>
    /// <param name="index">Which.</param>
    /// <returns>The distance.</returns>
    public int StrideOf(int index) => (int)_strides[index];

    /// <summary>One of the user's targets, row-major.</summary>
    /// <param name="index">Which.</param>
    /// <returns>Its first value.</returns>
    public ref T TargetOf(int index) => ref Memory.At<T>(_targets[index]);

    /// <summary>A label of one of the losses.</summary>
    /// <param name="index">Which loss.</param>
    /// <param name="row">Row of the batch.</param>
    /// <returns>The place.</returns>
    public ref int LabelOf(int index, int row) => ref Unsafe.Add(ref Memory.At<int>(_targets[index]), row);

    /// <summary>The share of a row in one of the losses.</summary>
    /// <param name="index">Which loss.</param>
    /// <param name="row">Row of the batch.</param>
    /// <returns>The place.</returns>
    public ref T RowWeightOf(int index, int row) => ref index == 0 ? ref RowWeight(row) : ref Unsafe.Add(ref Memory.At<T>(_otherWeights[index]), row);

    /// <summary>One of the user's outputs, row-major.</summary>
    /// <param name="index">Which.</param>
    /// <returns>Its first value.</returns>
    public ref T OutputOf(int index) => ref Memory.At<T>(_outputs[index]);

    /// <summary>Gradients by one of the outputs, row-major.</summary>
    /// <param name="index">Which.</param>
    /// <returns>Its first value.</returns>
    public ref T OutputGradientOf(int index) => ref Memory.At<T>(_outputGradients[index]);

    /// <summary>Gradients by one of the inputs, row-major.</summary>
    /// <param name="index">Which.</param>
    /// <returns>Its first value.</returns>
    public ref T InputGradientOf(int index) => ref Memory.At<T>(_inputGradients[index]);

    /// <summary>Whether the gradient by one of the inputs was asked for.</summary>
    /// <param name="index">Which.</param>
    /// <returns>True when there is a place for it.</returns>
    public bool WantsInputGradientOf(int index) => _inputGradients[index] != 0;

    internal void SetInput(int index, nint address, int stride)
    {
        _inputs[index] = address;
        _strides[index] = stride;
    }

    internal void SetTarget(int index, nint address) => _targets[index] = address;

    internal void SetOutput(int index, nint address) => _outputs[index] = address;

    internal void SetOutputGradient(int index, nint address) => _outputGradients[index] = address;

    internal void SetInputGradient(int index, nint address) => _inputGradients[index] = address;

    /// <summary>Memory for the shares of the rows of a loss, to be filled.</summary>
    internal unsafe Span<T> RowWeightsOf(int index, int rows)
    {
        if (index == 0)
        {
            PrepareRowWeights(rows);
            UniformRows = 0;
            return new Span<T>((void*)RowWeightAddress, rows);
        }

        if (_otherRowWeights[index] is not { } buffer || buffer.Bytes < (nint)rows * Unsafe.SizeOf<T>())
        {
            _otherRowWeights[index] = buffer = new AlignedBuffer((nint)rows * Unsafe.SizeOf<T>());
        }

        _otherWeights[index] = buffer.Address;
        return new Span<T>((void*)buffer.Address, rows);
    }

    /// <summary>Starts a block at a row of the batch whose weights were prepared.</summary>
    internal void BeginWeightsAt(int index, int row)
    {
        if (index == 0)
        {
            BeginWeightsAt(row);
        }
        else
        {
            _otherWeights[index] = _otherRowWeights[index]!.Address + ((nint)row * Unsafe.SizeOf<T>());
        }
    }

    private void ClearAddresses()
    {
        for (var i = 0; i < AddressList.Capacity; i++)
        {
            _inputs[i] = _targets[i] = _outputs[i] = _outputGradients[i] = _inputGradients[i] = 0;
        }
    }
}
