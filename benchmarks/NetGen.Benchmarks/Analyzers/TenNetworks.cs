namespace NetGen.Benchmarks.Analyzers;

/// <summary>A file with ten networks of all kinds: stacks, images, graphs with blocks, recurrences, attention, functions of the user's.</summary>
internal static class TenNetworks
{
    /// <param name="width">The width of one layer of the first network: what somebody types.</param>
    public static string Source(int width) => $$"""
        using System;
        using NetGen;
        using static NetGen.Ops;
        using static NetGen.Hole;

        [Network, Input(784)]
        [Dense({{width}}), ReLU, Dropout(0.2)]
        [Dense(64), ReLU]
        [Dense(10), SoftmaxCrossEntropy]
        public partial class First;

        [Network, Input(1, 28, 28)]
        [Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU, MaxPool2D(2)]
        [Conv2D(32, 3, Padding = 1, Bias = false), BatchNorm, ReLU, MaxPool2D(2)]
        [Flatten, Dropout(0.25)]
        [Dense(64), ReLU]
        [Dense(10), SoftmaxCrossEntropy]
        public partial class Digits;

        [Network, Input(3, 32, 32), SoftmaxCrossEntropy]
        public partial class ResNet
        {
            [Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU]                        Layer stem;
            [Block<Residuum>(16, Repeat = 3)]                                                  Layer stage1;
            [Conv2D(32, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]            Layer down;
            [Block<Residuum>(32, Repeat = 3)]                                                  Layer stage2;
            [GlobalAveragePool2D, Dense(10)]                                                   Layer head;

            Tensor Forward(Tensor x) => head(stage2(down(stage1(stem(x)))));
        }

        [Block]
        public partial class Residuum
        {
            [Conv2D(A, 3, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(A, 3, Padding = 1, Bias = false), BatchNorm]  Layer body;

            Tensor Forward(Tensor x) => ReLU(x + body(x));
        }

        [Network, Input(48, 4)]
        [LSTM(32, ReturnSequences = true), LSTM(32)]
        [Dense(7), MeanSquaredError]
        public partial class Forecast;

        [Network, TokenInput(64, 100)]
        [Embedding(64), PositionalEmbedding, Block<Decoder>(64, 4, Repeat = 4), LayerNorm]
        [Dense(100), SoftmaxCrossEntropy]
        public partial class Gpt;

        [Block]
        public partial class Decoder
        {
            [LayerNorm, SelfAttention(B, Causal = true)]           Layer attention;
            [LayerNorm, Dense(4 * A), GELU, Dense(A)]              Layer feedForward;

            Tensor Forward(Tensor x)
            {
                var y = x + attention(x);
                return y + feedForward(y);
            }
        }

        [Network, Input(13)]
        [Dense(64), SiLU, Dense(64), SiLU]
        [Dense(1), Huber]
        public partial class House;

        [Network, Input(784), MeanSquaredError]
        public partial class Autoencoder
        {
            [Dense(128), ReLU, Dense(32)]      Layer encoder;
            [Dense(128), ReLU, Dense(784)]     Layer decoder;

            Tensor Forward(Tensor x) => decoder(Tanh(encoder(x)));
        }

        [Network, Input(40)]
        [Dense(32), Apply(nameof(Snake)), Dense(32), Apply(nameof(Snake))]
        [Dense(1), BinaryCrossEntropy]
        public partial class Churn
        {
            [Elementwise] static float Snake(float x) => x + MathF.Sin(2 * x) * MathF.Sin(2 * x);
        }

        [Network, Input(8), Input(8), Hinge]
        public partial class Pair
        {
            [Dense(32), ReLU, Dense(16)]   Layer tower;
            [Dense(1)]                     Layer head;

            Tensor Forward(Tensor a, Tensor b)
            {
                var (x, y) = (tower(a), tower(b));
                return head(Concat(Abs(x - y), x * y));
            }
        }

        [Network, Input(2, 16, 16)]
        [Conv2D(8, 5, Padding = 2), ReLU, AveragePool2D(2)]
        [Conv2D(16, 5, Padding = 2), ReLU, GlobalAveragePool2D]
        [Dense(4), LogSoftmax]
        public partial class Last;
        """;
}
