using NetGen;
using static NetGen.Ops;

// Hinton and Salakhutdinov 2006.
[Network, Input(784)]
[Dense(128), ReLU]
[Dense(32), ReLU]
[Dense(128), ReLU]
[Dense(784), Sigmoid, MeanSquaredError]
public partial class Autoencoder;

// Vincent et al. 2008.
[Network, Input(784)]
[Dropout(0.3), Dense(256), ReLU]
[Dense(784), BinaryCrossEntropy]
public partial class DenoisingAutoencoder;

[Network, Input(1, 28, 28)]
[Conv2D(16, 3, Stride = 2, Padding = 1), ReLU]
[Conv2D(32, 3, Stride = 2, Padding = 1), ReLU]
[ConvTranspose2D(16, 3, Stride = 2, Padding = 1, OutputPadding = 1), ReLU]
[ConvTranspose2D(1, 3, Stride = 2, Padding = 1, OutputPadding = 1), BinaryCrossEntropy]
public partial class ConvolutionalAutoencoder;

// Kingma and Welling 2014.
[Network]
public partial class VariationalAutoencoder
{
    [Dense(128), ReLU] Layer encoder;
    [Dense(8)] Layer means, logVariances;
    [Dense(128), ReLU, Dense(784), Sigmoid] Layer decoder;

    (Tensor Picture, Tensor Mean, Tensor LogVariance) Forward([Input(784)] Tensor x)
    {
        var h = encoder(x);
        var mean = means(h);
        var logVariance = logVariances(h);
        return (decoder(mean + Exp(0.5 * logVariance) * RandomNormal(8)), mean, logVariance);
    }

    [Loss]
    static Tensor Bound(Tensor picture, Tensor mean, Tensor logVariance, [Input(784)] Tensor target) =>
        Sum(Square(picture - target)) - 0.5 * Sum(1 + logVariance - Square(mean) - Exp(logVariance));
}

// Radford, Metz and Chintala 2016.
[Network, Input(64)]
[Dense(2048, Bias = false), BatchNorm, ReLU, Reshape(128, 4, 4)]
[ConvTranspose2D(64, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
[ConvTranspose2D(32, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
[ConvTranspose2D(3, 4, Stride = 2, Padding = 1), Tanh]
public partial class DeepGenerator;

[Network, Input(3, 32, 32)]
[Conv2D(32, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
[Conv2D(64, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, LeakyReLU(0.2)]
[Conv2D(128, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, LeakyReLU(0.2)]
[Flatten, Dense(1), BinaryCrossEntropy]
public partial class DeepCritic;

// Bromley et al. 1993: one trunk for both.
[Network, BinaryCrossEntropy]
public partial class Siamese
{
    [Dense(64), ReLU, Dense(32), Tanh] Layer trunk;
    [Dense(1)] Layer head;

    Tensor Forward([Input(50)] Tensor left, [Input(50)] Tensor right) => head(Abs(trunk(left) - trunk(right)));
}
