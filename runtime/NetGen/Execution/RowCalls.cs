using System.Buffers;
using System.Numerics;

namespace NetGen.Runtime;

/// <summary>
/// A network with several inputs, outputs or losses behind the interfaces of training and explaining, whose samples are rows: all inputs of a sample one after the
/// other, all outputs, all targets. A copy per batch takes them apart. Safe for as many threads as the network is.
/// </summary>
internal sealed class RowCalls<T>(NetworkLayout layout, IPartsNetwork<T> network)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Pool<SampleRows<T>> _rows = new(() => new SampleRows<T>(layout));

    public void Predict<TFrom>(ReadOnlySpan<TFrom> inputs, Span<float> outputs)
        where TFrom : unmanaged, INumberBase<TFrom>
    {
        var rows = _rows.Rent();
        try
        {
            rows.TakeInputs(inputs);
            rows.MakeOutputs(outputs.Length);
            network.Predict(rows.Inputs, rows.Outputs);
            rows.GiveOutputs(outputs);
        }
        finally
        {
            _rows.Return(rows);
        }
    }

    public float Loss<TInput, TTarget>(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<float> sampleWeights)
        where TInput : unmanaged, INumberBase<TInput>
        where TTarget : unmanaged
    {
        var rows = _rows.Rent();
        try
        {
            rows.Take(inputs, targets, sampleWeights);
            return float.CreateTruncating(network.Loss(rows.Inputs, rows.Labels, rows.Values, rows.Weights));
        }
        finally
        {
            _rows.Return(rows);
        }
    }

    public float Gradient<TInput, TTarget>(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, Span<float> gradients, int parameters)
        where TInput : unmanaged, INumberBase<TInput>
        where TTarget : unmanaged
    {
        BatchCheck.Length(gradients.Length, parameters, "The gradients of all parameters", nameof(gradients));
        var rows = _rows.Rent();
        var exact = ArrayPool<T>.Shared.Rent(gradients.Length);
        try
        {
            rows.Take(inputs, targets, []);
            var loss = network.Gradient(rows.Inputs, rows.Labels, rows.Values, [], exact.AsSpan(0, gradients.Length), default);
            NetworkCore<T>.Round(exact, gradients);
            return float.CreateTruncating(loss);
        }
        finally
        {
            ArrayPool<T>.Shared.Return(exact);
            _rows.Return(rows);
        }
    }

    public float Step<TInput, TTarget>(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<float> sampleWeights, Optimizer optimizer)
        where TInput : unmanaged, INumberBase<TInput>
        where TTarget : unmanaged
    {
        var rows = _rows.Rent();
        try
        {
            rows.Take(inputs, targets, sampleWeights);
            return float.CreateTruncating(network.Step(rows.Inputs, rows.Labels, rows.Values, rows.Weights, optimizer));
        }
        finally
        {
            _rows.Return(rows);
        }
    }

    public void InputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<float> inputGradients)
    {
        var rows = _rows.Rent();
        try
        {
            rows.TakeInputs(inputs);
            rows.TakeOutputGradients(outputGradients);
            rows.MakeInputGradients(inputGradients.Length);
            network.InputGradient(rows.Inputs, rows.OutputGradients, rows.InputGradients);
            rows.GiveInputGradients(inputGradients);
        }
        finally
        {
            _rows.Return(rows);
        }
    }

    /// <summary>A batch taken apart; to be given back.</summary>
    public SampleRows<T> Rent<TInput, TTarget>(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets)
        where TInput : unmanaged, INumberBase<TInput>
        where TTarget : unmanaged
    {
        var rows = _rows.Rent();
        rows.Take(inputs, targets, []);
        return rows;
    }

    public void Return(SampleRows<T> rows) => _rows.Return(rows);
}
