using System.Numerics;

namespace NetGen.Runtime;

// Networks with several inputs, outputs or losses behind the interfaces of training and explaining, as on the processor: a sample is a row.
public abstract partial class DeviceCore<T> : IPartsNetwork<T>
{
    /// <summary>Made when it is needed first, by whichever thread that is.</summary>
    private RowCalls<T> Rows => field ?? Interlocked.CompareExchange(ref field, new RowCalls<T>(Network, this), null) ?? field;

    /// <summary>Predicts a batch of rows.</summary>
    /// <typeparam name="TFrom">The type of the inputs.</typeparam>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="outputs">Exactly their outputs.</param>
    public void PredictRows<TFrom>(ReadOnlySpan<TFrom> inputs, Span<float> outputs)
        where TFrom : unmanaged, INumberBase<TFrom> =>
        Rows.Predict(inputs, outputs);

    /// <summary>The sum of all mean losses of rows in evaluation mode.</summary>
    /// <typeparam name="TInput">The type of the inputs.</typeparam>
    /// <typeparam name="TTarget"><see cref="int"/> where all targets are labels, otherwise <typeparamref name="T"/>.</typeparam>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="sampleWeights">A weight per sample; or empty.</param>
    /// <returns>The loss.</returns>
    public float LossOfRows<TInput, TTarget>(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<float> sampleWeights)
        where TInput : unmanaged, INumberBase<TInput>
        where TTarget : unmanaged =>
        Rows.Loss(inputs, targets, sampleWeights);

    /// <summary>The loss of rows in training mode and its gradient; nothing else changes.</summary>
    /// <typeparam name="TInput">The type of the inputs.</typeparam>
    /// <typeparam name="TTarget"><see cref="int"/> where all targets are labels, otherwise <typeparamref name="T"/>.</typeparam>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="gradients">One value per parameter value, overwritten.</param>
    /// <returns>The loss.</returns>
    public float GradientOfRows<TInput, TTarget>(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, Span<float> gradients)
        where TInput : unmanaged, INumberBase<TInput>
        where TTarget : unmanaged =>
        Rows.Gradient(inputs, targets, gradients, Storage.Parameters.Length);

    /// <summary>One training step on rows.</summary>
    /// <typeparam name="TInput">The type of the inputs.</typeparam>
    /// <typeparam name="TTarget"><see cref="int"/> where all targets are labels, otherwise <typeparamref name="T"/>.</typeparam>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="sampleWeights">A weight per sample; or empty.</param>
    /// <param name="optimizer">Belongs to this network from the first step on.</param>
    /// <returns>The loss before the update.</returns>
    public float StepOnRows<TInput, TTarget>(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<float> sampleWeights, Optimizer optimizer)
        where TInput : unmanaged, INumberBase<TInput>
        where TTarget : unmanaged =>
        Rows.Step(inputs, targets, sampleWeights, optimizer);

    /// <summary>The gradient of a weighted sum of each row's outputs by its inputs, in single precision.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="outputGradients">The weight of each output.</param>
    /// <param name="inputGradients">One value per input value, overwritten.</param>
    public void InputGradientOfRows(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<float> inputGradients) =>
        Rows.InputGradient(inputs, outputGradients, inputGradients);

    /// <summary>Checks a batch of rows and begins to bring it to the device.</summary>
    /// <typeparam name="TInput">The type of the inputs.</typeparam>
    /// <typeparam name="TTarget"><see cref="int"/> where all targets are labels, otherwise <typeparamref name="T"/>.</typeparam>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="targets">Their targets.</param>
    public void StageRows<TInput, TTarget>(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets)
        where TInput : unmanaged, INumberBase<TInput>
        where TTarget : unmanaged
    {
        var rows = Rows.Rent(inputs, targets);
        try
        {
            var batch = SeveralCheck.Batch(Network, rows.Inputs, rows.Labels, rows.Values, rows.Weights);
            using var use = Enter();
            Stage(batch, rows.Inputs, rows.Labels, rows.Values);
        }
        finally
        {
            Rows.Return(rows);
        }
    }
}
