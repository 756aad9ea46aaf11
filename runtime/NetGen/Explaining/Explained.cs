namespace NetGen;

/// <summary>Which number is explained: an output of the network, or a function of it.</summary>
public enum Explained
{
    /// <summary>
    /// The output y as <c>Predict</c> returns it. Of probabilities the gradient fades where the network is sure, see <see cref="IExplainable.InputGradient"/>: explain
    /// <see cref="LogOdds"/> there.
    /// </summary>
    Output,

    /// <summary>The natural logarithm of a positive output: of a classifier the log-probability, ln p.</summary>
    Logarithm,

    /// <summary>
    /// The log-odds of a probability, ln(p / (1 − p)): of a sigmoid exactly the number before it, of a softmax the score of the class above the others',
    /// z_k − ln Σ_{j≠k} exp(z_j). Does not fade.
    /// </summary>
    LogOdds,
}
