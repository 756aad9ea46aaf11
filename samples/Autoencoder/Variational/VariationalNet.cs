using NetGen;
using static NetGen.Ops;

namespace Autoencoder;

/// <summary>
/// A variational autoencoder: Kingma and Welling 2014, "Auto-encoding variational Bayes". An image becomes not a code but a distribution of codes; training draws one of
/// them, and holds all distributions near the standard normal one. So images can be made of random numbers afterwards.
/// </summary>
/// <remarks>The cross-entropy is a mean over the pixels; multiplied by their number it is in nats per image, as the divergence is.</remarks>
[Network, Input(784), BinaryCrossEntropy(Output = 0, Weight = 784)]
public partial class VariationalNet
{
    /// <summary>Numbers of a code.</summary>
    internal const int Codes = 16;

    [Dense(256), ReLU]
    private readonly Layer encoder;

    [Dense(Codes)]
    private readonly Layer mean;

    [Dense(Codes)]
    private readonly Layer logVariance;

    [Block<DecoderNet>]
    private readonly Layer decoder;

    private (Tensor Image, Tensor Mean, Tensor LogVariance) Forward(Tensor image)
    {
        var features = encoder(image);
        var (centre, spread) = (mean(features), logVariance(features));

        // In training a random code, through which gradients reach centre and spread; in Predict the centre, because RandomNormal is its mean, 0, there.
        var code = centre + (Exp(spread / 2) * RandomNormal(Codes));
        return (decoder(code), centre, spread);
    }

    /// <summary>How far the distribution of codes is from the standard normal one: KL(N(μ, σ²) ‖ N(0, 1)) = ½ Σ (μ² + σ² - 1 - ln σ²).</summary>
    [Loss]
    private static Tensor Divergence(Tensor image, Tensor mean, Tensor logVariance) =>
        0.5 * Sum(Square(mean) + Exp(logVariance) - 1 - logVariance);
}

/// <summary>From a code to an image. Trained as a part of <see cref="VariationalNet"/>, and a network of its own that draws what it has learned.</summary>
[Network, Input(VariationalNet.Codes)]
[Dense(256), ReLU]
[Dense(784), BinaryCrossEntropy]
public partial class DecoderNet;
