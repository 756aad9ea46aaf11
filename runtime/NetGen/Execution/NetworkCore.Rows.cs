using System.Buffers;
using System.Numerics;

namespace NetGen.Runtime;

// Networks with several inputs, outputs or losses behind the interfaces of training and explaining, whose samples are rows: all inputs of a sample one after the
// other, all outputs, all targets. A copy per batch takes them apart.
public abstract partial class NetworkCore<T>
{
    private SampleRows<T> TrainingRows => field ??= new SampleRows<T>(_layout);

    /// <summary>For what many threads may call at once.</summary>
    private Pool<SampleRows<T>> WaitingRows => field ?? Interlocked.CompareExchange(ref field, new Pool<SampleRows<T>>(() => new SampleRows<T>(_layout)), null) ?? field;

    /// <summary>Predicts a batch of rows. Safe to call from many threads at once.</summary>
    /// <typeparam name="TFrom">The type of the inputs.</typeparam>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="outputs">Exactly their outputs.</param>
    public void PredictRows<TFrom>(ReadOnlySpan<TFrom> inputs, Span<float> outputs)
        where TFrom : unmanaged, INumberBase<TFrom>
    {
        var rows = WaitingRows.Rent();
        try
        {
            rows.TakeInputs(inputs);
            rows.MakeOutputs(outputs.Length);
            Predict(rows.Inputs, rows.Outputs);
            rows.GiveOutputs(outputs);
        }
        finally
        {
            WaitingRows.Return(rows);
        }
    }

    /// <summary>The sum of all mean losses of rows in evaluation mode.</summary>
    /// <typeparam name="TTarget"><see cref="int"/> where all targets are labels, otherwise <typeparamref name="T"/>.</typeparam>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="sampleWeights">A weight per sample; or empty.</param>
    /// <returns>The loss.</returns>
    public float LossOfRows<TTarget>(ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<float> sampleWeights)
        where TTarget : unmanaged
    {
        var rows = WaitingRows.Rent();
        try
        {
            Take(rows, inputs, targets, sampleWeights);
            return float.CreateTruncating(Loss(rows.Inputs, rows.Labels, rows.Values, rows.Weights));
        }
        finally
        {
            WaitingRows.Return(rows);
        }
    }

    /// <summary>The loss of rows in training mode and its gradient; nothing else changes.</summary>
    /// <typeparam name="TTarget"><see cref="int"/> where all targets are labels, otherwise <typeparamref name="T"/>.</typeparam>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="gradients">One value per parameter value, overwritten.</param>
    /// <returns>The loss.</returns>
    public float GradientOfRows<TTarget>(ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, Span<float> gradients)
        where TTarget : unmanaged
    {
        var rows = TrainingRows;
        Take(rows, inputs, targets, []);
        BatchCheck.Length(gradients.Length, Storage.Parameters.Length, "The gradients of all parameters", nameof(gradients));
        var exact = ArrayPool<T>.Shared.Rent(gradients.Length);
        var loss = Gradient(rows.Inputs, rows.Labels, rows.Values, [], exact.AsSpan(0, gradients.Length), default);
        Round(exact, gradients);
        ArrayPool<T>.Shared.Return(exact);
        return float.CreateTruncating(loss);
    }

    /// <summary>One training step on rows; allocates nothing after the first call.</summary>
    /// <typeparam name="TTarget"><see cref="int"/> where all targets are labels, otherwise <typeparamref name="T"/>.</typeparam>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="sampleWeights">A weight per sample; or empty.</param>
    /// <param name="optimizer">Belongs to this network from the first step on.</param>
    /// <returns>The loss before the update.</returns>
    public float StepOnRows<TTarget>(ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<float> sampleWeights, Optimizer optimizer)
        where TTarget : unmanaged
    {
        var rows = TrainingRows;
        Take(rows, inputs, targets, sampleWeights);
        return float.CreateTruncating(Step(rows.Inputs, rows.Labels, rows.Values, rows.Weights, optimizer));
    }

    /// <summary>The gradient of a weighted sum of each row's outputs by its inputs, in single precision.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="outputGradients">The weight of each output.</param>
    /// <param name="inputGradients">One value per input value, overwritten.</param>
    public void InputGradientOfRows(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<float> inputGradients)
    {
        var rows = TrainingRows;
        rows.TakeInputs(inputs);
        rows.TakeOutputGradients(outputGradients);
        rows.MakeInputGradients(inputGradients.Length);
        InputGradient(rows.Inputs, rows.OutputGradients, rows.InputGradients);
        rows.GiveInputGradients(inputGradients);
    }

    private static void Take<TTarget>(SampleRows<T> rows, ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<float> sampleWeights)
        where TTarget : unmanaged
    {
        rows.TakeInputs(inputs);
        rows.TakeTargets(targets);
        rows.TakeWeights(sampleWeights);
    }
}
