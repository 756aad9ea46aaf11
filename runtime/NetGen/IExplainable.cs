namespace NetGen;

/// <summary>
/// A network whose answers can be explained by its inputs: all that <see cref="Explain"/> needs. Every generated network with numbers as inputs is one; a network
/// in double precision takes and gives single precision here. Of several inputs a sample has one after the other, in the order of <see cref="NetworkInfo.Inputs"/>,
/// and of several outputs likewise.
/// </summary>
public interface IExplainable
{
    /// <summary>The architecture.</summary>
    public NetworkInfo Network { get; }

    /// <summary>Computes the outputs of a batch, through the link function of the loss, in evaluation mode.</summary>
    /// <param name="inputs">Batch × <see cref="NetworkInfo.InputSize"/> values.</param>
    /// <param name="outputs">Batch × <see cref="NetworkInfo.OutputSize"/> values, overwritten.</param>
    /// <exception cref="ArgumentException">A length is not what the batch asks for, or an input is not finite.</exception>
    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>
    /// The gradient of a weighted sum of what <see cref="Predict"/> returns by the inputs, sample by sample: <c>Σ_k w_k ∂y_k / ∂x</c>. Changes nothing; for one
    /// thread at a time, as training is.
    /// </summary>
    /// <remarks>
    /// Through a softmax or a sigmoid the gradient fades where the network is sure: at a probability p it has the factor p (1 − p). The weights <c>1 / p</c> give the
    /// gradient of the log-probability and <c>1 / (p (1 − p))</c> that of the log-odds <c>ln(p / (1 − p))</c>, which do not.
    /// </remarks>
    /// <param name="inputs">Batch × <see cref="NetworkInfo.InputSize"/> values.</param>
    /// <param name="outputGradients">The weights: batch × <see cref="NetworkInfo.OutputSize"/> values.</param>
    /// <param name="inputGradients">As many values as <paramref name="inputs"/>, overwritten.</param>
    /// <exception cref="ArgumentException">A length is not what the batch asks for, or a value is not finite.</exception>
    public void InputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<float> inputGradients);
}
