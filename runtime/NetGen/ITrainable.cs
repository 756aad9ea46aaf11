namespace NetGen;

/// <summary>
/// A network that can be trained: what training loops, evaluation and serving need. Sizes are counted in values; the batch is
/// <c>inputs.Length / InputSize</c>. Of several inputs a sample has one after the other, in the order of <see cref="NetworkInfo.Inputs"/>; so it is with outputs and targets. <see cref="Predict"/> may be called from many threads at once; everything that trains is for one thread at a time.
/// </summary>
/// <typeparam name="TInput">The type of the input values, <see cref="float"/> for features.</typeparam>
/// <typeparam name="TTarget"><see cref="int"/> where all targets are labels, <see cref="float"/> for other targets; where a network has both, labels are whole numbers among the others.</typeparam>
public interface ITrainable<TInput, TTarget> : INetwork
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>The architecture, as <see cref="INetwork.Info"/>, through an instance.</summary>
    public NetworkInfo Network { get; }

    /// <summary>Computes the outputs of a batch, through the link function of the loss, in evaluation mode.</summary>
    /// <param name="inputs">Batch × <see cref="NetworkInfo.InputSize"/> values.</param>
    /// <param name="outputs">Batch × <see cref="NetworkInfo.OutputSize"/> values, overwritten.</param>
    /// <exception cref="ArgumentException">A length is not what the batch asks for.</exception>
    public void Predict(ReadOnlySpan<TInput> inputs, Span<float> outputs);

    /// <summary>The mean loss of a batch in evaluation mode.</summary>
    /// <param name="inputs">Batch × <see cref="NetworkInfo.InputSize"/> values.</param>
    /// <param name="targets">Batch × <see cref="NetworkInfo.TargetSize"/> values.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">A length is not what the batch asks for, or a target is out of range.</exception>
    public float Loss(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets);

    /// <summary>The weighted mean loss of a batch in evaluation mode, <c>Σ wᵢ lᵢ / Σ wᵢ</c>.</summary>
    /// <param name="inputs">Batch × <see cref="NetworkInfo.InputSize"/> values.</param>
    /// <param name="targets">Batch × <see cref="NetworkInfo.TargetSize"/> values.</param>
    /// <param name="sampleWeights">One non-negative weight per sample, not all zero; where a network answers a label per position, one per sample or one per position.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">A length is not what the batch asks for, or a target or weight is out of range.</exception>
    public float Loss(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<float> sampleWeights);

    /// <summary>The gradient of the training-mode loss. Changes nothing else: no parameter, no running statistics, no dropout counter.</summary>
    /// <param name="inputs">Batch × <see cref="NetworkInfo.InputSize"/> values.</param>
    /// <param name="targets">Batch × <see cref="NetworkInfo.TargetSize"/> values.</param>
    /// <param name="gradients"><see cref="ParameterSet.Length"/> values in the order of <see cref="Parameter.Offset"/>, overwritten; zero for frozen parameters.</param>
    /// <returns>The training-mode loss.</returns>
    /// <exception cref="ArgumentException">A length is not what the batch asks for, a target is out of range, or the samples are fewer than <see cref="NetworkInfo.SmallestTrainingBatch"/>.</exception>
    public float Gradient(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, Span<float> gradients);

    /// <summary>One training step: forward, backward and the optimizer's update. Allocates nothing after the first call.</summary>
    /// <param name="inputs">Batch × <see cref="NetworkInfo.InputSize"/> values.</param>
    /// <param name="targets">Batch × <see cref="NetworkInfo.TargetSize"/> values.</param>
    /// <param name="optimizer">The optimizer, which belongs to this network from its first step on.</param>
    /// <returns>The training-mode loss before the update.</returns>
    /// <exception cref="ArgumentException">A length is not what the batch asks for, a value is out of range, or the samples are fewer than <see cref="NetworkInfo.SmallestTrainingBatch"/>; nothing has changed.</exception>
    /// <exception cref="InvalidOperationException">The optimizer belongs to another network.</exception>
    public float Step(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, Optimizer optimizer);

    /// <summary>One training step on the weighted mean loss, <c>Σ wᵢ lᵢ / Σ wᵢ</c>.</summary>
    /// <param name="inputs">Batch × <see cref="NetworkInfo.InputSize"/> values.</param>
    /// <param name="targets">Batch × <see cref="NetworkInfo.TargetSize"/> values.</param>
    /// <param name="sampleWeights">One non-negative weight per sample, not all zero; where a network answers a label per position, one per sample or one per position.</param>
    /// <param name="optimizer">The optimizer, which belongs to this network from its first step on.</param>
    /// <returns>The training-mode loss before the update.</returns>
    /// <exception cref="ArgumentException">A length is not what the batch asks for, a value is out of range, or the samples are fewer than <see cref="NetworkInfo.SmallestTrainingBatch"/>; nothing has changed.</exception>
    /// <exception cref="InvalidOperationException">The optimizer belongs to another network.</exception>
    public float Step(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<float> sampleWeights, Optimizer optimizer);
}
