using NetGen;
using static NetGen.Hole;
using static NetGen.Ops;

// Iandola et al. 2016.
[Network, Input(3, 33, 33), SoftmaxCrossEntropy]
public partial class Squeezed
{
    [Conv2D(64, 3, Stride = 2), ReLU, MaxPool2D(2)] Layer stem;
    [Block<Fire>(16, 64), Block<Fire>(16, 64)] Layer fires;
    [Dropout(0.5), Conv2D(10, 1), GlobalAveragePool2D] Layer head;

    Tensor Forward(Tensor x) => head(fires(stem(x)));
}

[Block]
public partial class Fire
{
    [Conv2D(A, 1), ReLU] Layer squeeze;
    [Conv2D(B, 1), ReLU] Layer one;
    [Conv2D(B, 3, Padding = 1), ReLU] Layer three;

    Tensor Forward(Tensor x)
    {
        var s = squeeze(x);
        return Concat(one(s), three(s));
    }
}

// Howard et al. 2017.
[Network, Input(3, 64, 64)]
[Conv2D(32, 3, Padding = 1, Bias = false), BatchNorm, ReLU, MaxPool2D(2)]
[Conv2D(32, 3, Padding = 1, Groups = 32, Bias = false), BatchNorm, ReLU, Conv2D(64, 1, Bias = false), BatchNorm, ReLU]
[Conv2D(64, 3, Padding = 1, Groups = 64, Bias = false), BatchNorm, ReLU, Conv2D(128, 1, Bias = false), BatchNorm, ReLU]
[GlobalAveragePool2D, Dense(10), SoftmaxCrossEntropy]
public partial class DepthwiseSeparable;

// Hu, Shen and Sun 2018.
[Network, Input(3, 32, 32), SoftmaxCrossEntropy]
public partial class SqueezeAndExcitation
{
    [Conv2D(32, 3, Padding = 1, Bias = false), BatchNorm, ReLU] Layer stem;
    [GlobalAveragePool2D, Dense(8), ReLU, Dense(32), Sigmoid] Layer gate;
    [GlobalAveragePool2D, Dense(10)] Layer head;

    Tensor Forward(Tensor x)
    {
        var h = stem(x);
        return head(h * Reshape(gate(h), 32, 1, 1));
    }
}

// Trockman and Kolter 2022.
[Network, Input(3, 32, 32), SoftmaxCrossEntropy]
public partial class ConvMixer
{
    [Conv2D(64, 4, Stride = 4), GELU, BatchNorm] Layer patches;
    [Residual<MixPlaces>, Conv2D(64, 1), GELU, BatchNorm] Layer step;
    [GlobalAveragePool2D, Dense(10)] Layer head;

    Tensor Forward(Tensor x) => head(step(patches(x)));
}

[Block, Conv2D(64, 5, Padding = 2, Groups = 64), GELU, BatchNorm]
public partial class MixPlaces;

// Ronneberger, Fischer and Brox 2015.
[Network, Input(1, 64, 64), BinaryCrossEntropy]
public partial class UNet
{
    [Block<Twice>(16)] Layer down1;
    [MaxPool2D(2), Block<Twice>(32)] Layer down2;
    [MaxPool2D(2), Block<Twice>(64)] Layer bottom;
    [ConvTranspose2D(32, 2, Stride = 2)] Layer grow2;
    [Block<Twice>(32)] Layer up2;
    [ConvTranspose2D(16, 2, Stride = 2)] Layer grow1;
    [Block<Twice>(16), Conv2D(1, 1)] Layer up1;

    Tensor Forward(Tensor x)
    {
        var a = down1(x);
        var b = down2(a);
        var c = up2(Concat(b, grow2(bottom(b))));
        return up1(Concat(a, grow1(c)));
    }
}

[Block, Conv2D(A, 3, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(A, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
public partial class Twice;

// Long, Shelhamer and Darrell 2015.
[Network, Input(3, 64, 64)]
[Conv2D(16, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Conv2D(32, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Conv2D(1, 1), Upsample2D(4, Bilinear = true), BinaryCrossEntropy]
public partial class FullyConvolutional;

// Dong et al. 2014.
[Network, Input(1, 33, 33)]
[Conv2D(64, 9, Padding = 4), ReLU]
[Conv2D(32, 1), ReLU]
[Conv2D(1, 5, Padding = 2), MeanSquaredError]
public partial class SuperResolution;

// Dosovitskiy et al. 2021.
[Network, Input(3, 32, 32), SoftmaxCrossEntropy]
public partial class VisionTransformer
{
    [Conv2D(64, 4, Stride = 4)] Layer patches;
    [PositionalEmbedding, Residual<LookAround>, Residual<ThinkAlone>, Residual<LookAround>, Residual<ThinkAlone>, LayerNorm] Layer body;
    [Dense(10)] Layer head;

    Tensor Forward(Tensor x) => head(Mean(body(Transpose(Reshape(patches(x), 64, 64))), 0));
}

// Tolstikhin et al. 2021.
[Network, Input(3, 32, 32), SoftmaxCrossEntropy]
public partial class MlpMixer
{
    [Conv2D(48, 4, Stride = 4)] Layer patches;
    [LayerNorm] Layer before, between;
    [Dense(128), GELU, Dense(64)] Layer places;
    [Dense(96), GELU, Dense(48)] Layer channels;
    [LayerNorm] Layer after;
    [Dense(10)] Layer head;

    Tensor Forward(Tensor x)
    {
        var tokens = Transpose(Reshape(patches(x), 48, 64));
        tokens = tokens + Transpose(places(Transpose(before(tokens))));
        tokens = tokens + channels(between(tokens));
        return head(Mean(after(tokens), 0));
    }
}

[Block, LayerNorm, SelfAttention(4)]
public partial class LookAround;

[Block, LayerNorm, Dense(128), GELU, Dense(64)]
public partial class ThinkAlone;

// A picture with a group norm, for batches of one.
[Network, Input(3, 32, 32)]
[Conv2D(32, 3, Padding = 1), GroupNorm(8), SiLU, MaxPool2D(2), SpatialDropout(0.1)]
[Conv2D(64, 3, Padding = 1), GroupNorm(8), SiLU, MaxPool2D(2)]
[GlobalAveragePool2D, Dense(10), SoftmaxCrossEntropy]
public partial class GroupNormalized;
