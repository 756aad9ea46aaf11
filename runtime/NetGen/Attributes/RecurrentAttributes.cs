namespace NetGen;

/// <summary>
/// What recurrent layers have in common. Input <c>[length, features]</c>; output <c>[units]</c>, what is left after the last step, or <c>[length, units]</c> with
/// <see cref="ReturnSequences"/>; twice the units with <see cref="Bidirectional"/>. Parameters per layer n and direction, as PyTorch has them: <c>weight_ih_ln [gates · units, features]</c>,
/// <c>weight_hh_ln [gates · units, units]</c>, <c>bias_ih_ln</c>, <c>bias_hh_ln</c>, and the same with <c>_reverse</c>. All start in U(−1/√units, 1/√units) unless
/// <see cref="WeightedLayerAttribute.Init"/> says otherwise; biases are zero then.
/// </summary>
public abstract class RecurrentLayerAttribute : WeightedLayerAttribute
{
    private protected RecurrentLayerAttribute(int units) => Units = units;

    /// <summary>Features of the state, and of the output in each direction.</summary>
    public int Units { get; }

    /// <summary>Whether the outputs of all steps are returned (default: false, the last one's). Backwards the last step is that at the first position.</summary>
    public bool ReturnSequences { get; set; }

    /// <summary>Whether a second layer runs through the sequence from its end; the outputs of both stand side by side (default: false).</summary>
    public bool Bidirectional { get; set; }

    /// <summary>How many layers lie on top of each other, each on the outputs of the one below (default: 1). PyTorch's <c>num_layers</c>.</summary>
    public int Layers { get; set; } = 1;

    /// <summary>
    /// The probability with which each output of a layer that has another one on top of it is zeroed in training, in [0, 1) (default: 0). Needs at least two <see cref="Layers"/>. PyTorch's
    /// <c>dropout</c>.
    /// </summary>
    public double Dropout { get; set; }

    /// <summary>Whether there are biases (default: true).</summary>
    public bool Bias { get; set; } = true;
}

/// <summary><c>h′ = tanh(W x + b + U h + c)</c>. Elman 1990, "Finding structure in time"; <c>torch.nn.RNN</c>.</summary>
/// <param name="units">Features of the state, at least 1.</param>
public sealed class RNNAttribute(int units) : RecurrentLayerAttribute(units)
{
    /// <summary>Whether the activation is ReLU instead of tanh (default: false). PyTorch's <c>nonlinearity</c>.</summary>
    public bool ReLU { get; set; }
}

/// <summary>
/// <c>i, f, g, o = σ, σ, tanh, σ of W x + b + U h + c</c>, in this order in the weights; <c>c′ = f c + i g</c>, <c>h′ = o tanh(c′)</c>. Hochreiter and Schmidhuber 1997, "Long short-term memory";
/// <c>torch.nn.LSTM</c>.
/// </summary>
/// <param name="units">Features of the state, at least 1.</param>
public sealed class LSTMAttribute(int units) : RecurrentLayerAttribute(units);

/// <summary>
/// <c>r, z = σ(W x + b + U h + c)</c>, <c>n = tanh(W x + b + r (U h + c))</c>, in this order in the weights; <c>h′ = (1 − z) n + z h</c>. Cho et al. 2014, "Learning phrase representations using RNN
/// encoder–decoder", with the reset gate behind the product; <c>torch.nn.GRU</c>.
/// </summary>
/// <param name="units">Features of the state, at least 1.</param>
public sealed class GRUAttribute(int units) : RecurrentLayerAttribute(units);
