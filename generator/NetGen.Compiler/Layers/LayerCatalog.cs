using NetGen.Compiler.Layers.Images;
using NetGen.Compiler.Layers.Sequences;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers;

/// <summary>Every kind of layer and loss by the name of its attribute.</summary>
public static class LayerCatalog
{
    private static readonly LayerDefinition[] Layers =
    [
        new Dense(), new Flatten(), new Reshape(), new Dropout(), new LayerNorm(), new RMSNorm(), new BatchNorm(), new GroupNorm(),
        new Convolution("Conv1D"), new Convolution("Conv2D"), new ConvolutionTransposed(), new SpatialDropout(),
        new MaxPool(), new AveragePool(), new GlobalAveragePool(), new AdaptiveAveragePool(), new Upsample(),
        new Embedding(), new Masking(), new PositionalEmbedding(), new SinusoidalPosition(), new SelfAttention(),
        new Recurrent("RNN", layer => new ElmanCell(layer.Flag("ReLU", false) ? Activations.ReLU : Activations.Tanh)), new Recurrent("LSTM", _ => new LongShortTermCell()), new Recurrent("GRU", _ => new GatedCell()),
        new Activation("ReLU", _ => Activations.ReLU),
        new Activation("LeakyReLU", layer => Activations.LeakyReLU(layer.Number("Slope", 0.01)), new ActivationArgument("Slope", 0.01, 0, 1)),
        new Activation("ELU", layer => Activations.ELU(layer.Number("Alpha", 1)), new ActivationArgument("Alpha", 1, 0, 100)),
        new Activation("SELU", _ => Activations.SELU),
        new Activation("GELU", layer => layer.Flag("Approximate", false) ? Activations.ApproximateGELU : Activations.GELU),
        new Activation("SiLU", _ => Activations.SiLU),
        new Activation("Tanh", _ => Activations.Tanh),
        new Activation("Sigmoid", _ => Activations.Sigmoid),
        new Activation("Softplus", _ => Activations.Softplus),
        new Activation("HardSigmoid", _ => Activations.HardSigmoid),
        new Activation("HardSwish", _ => Activations.HardSwish),
        new Activation("Mish", _ => Activations.Mish),
        new Softmax(), new LogSoftmax(), new PReLU(),
    ];

    private static readonly LossDefinition[] Losses =
    [
        new SoftmaxCrossEntropy(), new BinaryCrossEntropy(), new MeanSquaredError(), new MeanAbsoluteError(),
        new Huber(), new KLDivergence(), new Hinge(),
    ];

    public static LayerDefinition? Find(string kind) => Array.Find(Layers, layer => layer.Kind == kind);

    public static LossDefinition? FindLoss(string kind) => Array.Find(Losses, loss => loss.Kind == kind);
}
