using NetGen.EndToEnd.Tests.Networks;

namespace NetGen.EndToEnd.Tests.PyTorch;

/// <summary>The network of every stored case.</summary>
internal static partial class Subjects
{
    private static readonly Dictionary<string, Func<Subject>> s_byName = new()
    {
        // activations
        ["relu"] = static () => Values(new ReLUNet(1), static net => net.Gradient, static net => net.Gradient),
        ["leaky-relu"] = static () => Values(new LeakyReLUNet(1), static net => net.Gradient, static net => net.Gradient),
        ["leaky-relu-0.2"] = static () => Values(new LeakyReLU02Net(1), static net => net.Gradient, static net => net.Gradient),
        ["elu"] = static () => Values(new ELUNet(1), static net => net.Gradient, static net => net.Gradient),
        ["elu-0.5"] = static () => Values(new ELU05Net(1), static net => net.Gradient, static net => net.Gradient),
        ["selu"] = static () => Values(new SELUNet(1), static net => net.Gradient, static net => net.Gradient),
        ["gelu"] = static () => Values(new GELUNet(1), static net => net.Gradient, static net => net.Gradient),
        ["gelu-tanh"] = static () => Values(new GELUTanhNet(1), static net => net.Gradient, static net => net.Gradient),
        ["silu"] = static () => Values(new SiLUNet(1), static net => net.Gradient, static net => net.Gradient),
        ["tanh"] = static () => Values(new TanhNet(1), static net => net.Gradient, static net => net.Gradient),
        ["sigmoid"] = static () => Values(new SigmoidNet(1), static net => net.Gradient, static net => net.Gradient),
        ["softplus"] = static () => Values(new SoftplusNet(1), static net => net.Gradient, static net => net.Gradient),
        ["hard-sigmoid"] = static () => Values(new HardSigmoidNet(1), static net => net.Gradient, static net => net.Gradient),
        ["hard-swish"] = static () => Values(new HardSwishNet(1), static net => net.Gradient, static net => net.Gradient),
        ["mish"] = static () => Values(new MishNet(1), static net => net.Gradient, static net => net.Gradient),
        ["softmax"] = static () => Values(new SoftmaxNet(1), static net => net.Gradient, static net => net.Gradient),
        ["log-softmax"] = static () => Values(new LogSoftmaxNet(1), static net => net.Gradient, static net => net.Gradient),
        // odd-sizes
        ["odd-relu"] = static () => Labels(new OddReLUNet(1), static net => net.Gradient, static net => net.Gradient),
        ["odd-gelu"] = static () => Values(new OddGELUNet(1), static net => net.Gradient, static net => net.Gradient),
        ["odd-tanh"] = static () => Labels(new OddTanhNet(1), static net => net.Gradient, static net => net.Gradient),
        ["odd-softmax"] = static () => Values(new OddSoftmaxNet(1), static net => net.Gradient, static net => net.Gradient),
        ["width-1"] = static () => Values(new Width1Net(1), static net => net.Gradient, static net => net.Gradient),
        ["width-3"] = static () => Values(new Width3Net(1), static net => net.Gradient, static net => net.Gradient),
        ["width-17"] = static () => Labels(new Width17Net(1), static net => net.Gradient, static net => net.Gradient),
        ["single-layer"] = static () => Values(new SingleLayerNet(1), static net => net.Gradient, static net => net.Gradient),
        // losses
        ["cross-entropy"] = static () => Labels(new CrossEntropyNet(1), static net => net.Gradient, static net => net.Gradient),
        ["cross-entropy-smoothing"] = static () => Labels(new CrossEntropySmoothingNet(1), static net => net.Gradient, static net => net.Gradient),
        ["cross-entropy-class-weights"] = static () => Labels(new CrossEntropyClassWeightsNet(1), static net => net.Gradient, static net => net.Gradient),
        ["cross-entropy-both"] = static () => Labels(new CrossEntropyBothNet(1), static net => net.Gradient, static net => net.Gradient),
        ["binary-cross-entropy"] = static () => Values(new BinaryCrossEntropyNet(1), static net => net.Gradient, static net => net.Gradient),
        ["binary-cross-entropy-class-weights"] = static () => Values(new BinaryCrossEntropyClassWeightsNet(1), static net => net.Gradient, static net => net.Gradient),
        ["binary-cross-entropy-positive-weights"] = static () => Values(new BinaryCrossEntropyPositiveWeightsNet(1), static net => net.Gradient, static net => net.Gradient),
        ["mean-squared-error"] = static () => Values(new MeanSquaredErrorNet(1), static net => net.Gradient, static net => net.Gradient),
        ["mean-squared-error-class-weights"] = static () => Values(new MeanSquaredErrorClassWeightsNet(1), static net => net.Gradient, static net => net.Gradient),
        ["mean-absolute-error"] = static () => Values(new MeanAbsoluteErrorNet(1), static net => net.Gradient, static net => net.Gradient),
        ["huber"] = static () => Values(new HuberNet(1), static net => net.Gradient, static net => net.Gradient),
        ["huber-0.5"] = static () => Values(new Huber05Net(1), static net => net.Gradient, static net => net.Gradient),
        ["kl-divergence"] = static () => Values(new KLDivergenceNet(1), static net => net.Gradient, static net => net.Gradient),
        ["hinge"] = static () => Values(new HingeNet(1), static net => net.Gradient, static net => net.Gradient),
        // stable
        ["far-logits"] = static () => Labels(new FarLogitsNet(1), static net => net.Gradient, static net => net.Gradient),
        ["far-binary-logits"] = static () => Values(new FarBinaryLogitsNet(1), static net => net.Gradient, static net => net.Gradient),
        // normalisation
        ["layer-norm-5"] = static () => Values(new LayerNorm5Net(1), static net => net.Gradient, static net => net.Gradient),
        ["layer-norm-33"] = static () => Labels(new LayerNorm33Net(1), static net => net.Gradient, static net => net.Gradient),
        ["layer-norm-no-bias"] = static () => Values(new LayerNormNoBiasNet(1), static net => net.Gradient, static net => net.Gradient),
        ["layer-norm-epsilon"] = static () => Values(new LayerNormEpsilonNet(1), static net => net.Gradient, static net => net.Gradient),
        ["layer-norm-rank-2"] = static () => Values(new LayerNormRank2Net(1), static net => net.Gradient, static net => net.Gradient),
        ["layer-norm-last"] = static () => Values(new LayerNormLastNet(1), static net => net.Gradient, static net => net.Gradient),
        // shapes
        ["positions"] = static () => Labels(new PositionsNet(1), static net => net.Gradient, static net => net.Gradient),
        ["positions-deep"] = static () => Labels(new PositionsDeepNet(1), static net => net.Gradient, static net => net.Gradient),
        ["positions-flatten"] = static () => Labels(new PositionsFlattenNet(1), static net => net.Gradient, static net => net.Gradient),
        ["positions-regression"] = static () => Values(new PositionsRegressionNet(1), static net => net.Gradient, static net => net.Gradient),
        ["flatten"] = static () => Labels(new FlattenNet(1), static net => net.Gradient, static net => net.Gradient),
        ["reshape-middle"] = static () => Values(new ReshapeMiddleNet(1), static net => net.Gradient, static net => net.Gradient),
        ["no-bias"] = static () => Values(new NoBiasNet(1), static net => net.Gradient, static net => net.Gradient),
        // optimizers
        ["stepping"] = static () => Values(new SteppingNet(1), static net => net.Gradient, static net => net.Gradient),
        ["stepping-layer-norm"] = static () => Labels(new SteppingLayerNormNet(1), static net => net.Gradient, static net => net.Gradient),
    };
}
