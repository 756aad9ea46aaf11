using NetGen;

namespace Gan;

/// <summary>
/// From random numbers to a picture whose pixels go from −1 to 1: Radford, Metz and Chintala 2016, "Unsupervised representation learning with deep convolutional generative
/// adversarial networks". Trained as a part of <see cref="Adversary"/>, and a network of its own that draws what it has learned.
/// </summary>
/// <remarks>The loss is never computed: what a good picture is, only the critic knows.</remarks>
[Network, Input(Codes)]
[Dense(64 * 7 * 7, Bias = false, Init = Initializer.Normal), Reshape(64, 7, 7), BatchNorm, ReLU]
[ConvTranspose2D(32, 4, Stride = 2, Padding = 1, Bias = false, Init = Initializer.Normal), BatchNorm, ReLU]
[ConvTranspose2D(1, 4, Stride = 2, Padding = 1, Init = Initializer.Normal), Tanh, MeanSquaredError]
public partial class Generator
{
    /// <summary>Random numbers that make a picture.</summary>
    internal const int Codes = 64;
}

/// <summary>How probably a picture is a real one. Without batch norm, since real and drawn pictures are in one batch here.</summary>
[Network, Input(1, 28, 28)]
[Conv2D(32, 4, Stride = 2, Padding = 1, Init = Initializer.Normal), LeakyReLU(0.2)]
[Conv2D(64, 4, Stride = 2, Padding = 1, Init = Initializer.Normal), LeakyReLU(0.2)]
[Flatten, Dense(1, Init = Initializer.Normal), BinaryCrossEntropy]
public partial class Critic;

/// <summary>The generator in front of the critic: how probably what is made of random numbers is taken for real. Here the generator learns, while the critic is frozen.</summary>
[Network, Input(Generator.Codes), BinaryCrossEntropy]
public partial class Adversary
{
    [Block<Generator>]
    private readonly Layer generator;

    [Block<Critic>]
    private readonly Layer critic;

    private Tensor Forward(Tensor codes) => critic(generator(codes));
}
