namespace NetGen;

/// <summary>
/// Marks a partial class as a neural network. The attributes that follow it, read from left to right and from top to bottom, are its
/// architecture; the NetGen compiler writes the rest of the class.
/// </summary>
/// <example>
/// <code>
/// [Network, Input(784)]
/// [Dense(128), ReLU]
/// [Dense(10), SoftmaxCrossEntropy]
/// public partial class DigitNet;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>
    /// The number type of parameters and computations; <see cref="Precision.Single"/> unless said otherwise. With
    /// <see cref="Precision.Double"/> every span of the generated class is of <see cref="double"/>.
    /// </summary>
    public Precision Precision { get; set; } = Precision.Single;

    /// <summary>
    /// Whether the network is made for answering alone: the class has <c>Predict</c>, its parameters and its files, and nothing of training, explaining or debugging, neither members nor kernels.
    /// Weights come from <c>Load</c> or <see cref="WeightsAttribute"/>. The loss still decides what <c>Predict</c> returns. The build property
    /// <c>NetGenInference</c> says so of all networks of a project.
    /// </summary>
    public bool Inference { get; set; }
}
