using NetGen.Images.Tests.Networks;

namespace NetGen.EndToEnd.Tests.PyTorch;

/// <summary>The network of every stored case, where the tests of NetGen.EndToEnd.Tests, which are linked, look for it.</summary>
internal static partial class Subjects
{
    private static readonly Dictionary<string, Func<Subject>> s_byName = new()
    {
        // convolutions
        ["conv-3x3"] = static () => Values(new Conv3x3Net(1), static net => net.Gradient, static net => net.Gradient),
        ["conv-1x1"] = static () => Values(new Conv1x1Net(1), static net => net.Gradient, static net => net.Gradient),
        ["conv-2x2-stride-2"] = static () => Values(new Conv2x2Stride2Net(1), static net => net.Gradient, static net => net.Gradient),
        ["conv-stride-2-padding-1"] = static () => Values(new ConvStride2Padding1Net(1), static net => net.Gradient, static net => net.Gradient),
        ["conv-stride-3-padding-2"] = static () => Values(new ConvStride3Padding2Net(1), static net => net.Gradient, static net => net.Gradient),
        ["conv-5x5-padding-2"] = static () => Values(new Conv5x5Padding2Net(1), static net => net.Gradient, static net => net.Gradient),
        ["conv-1x3"] = static () => Values(new Conv1x3Net(1), static net => net.Gradient, static net => net.Gradient),
        ["conv-same"] = static () => Values(new ConvSameNet(1), static net => net.Gradient, static net => net.Gradient),
        ["conv-same-even"] = static () => Values(new ConvSameEvenNet(1), static net => net.Gradient, static net => net.Gradient),
        ["conv-same-dilated"] = static () => Values(new ConvSameDilatedNet(1), static net => net.Gradient, static net => net.Gradient),
        ["conv-same-stride-2"] = static () => Values(new ConvSameStride2Net(1), static net => net.Gradient, static net => net.Gradient),
        ["conv-dilation-2"] = static () => Values(new ConvDilation2Net(1), static net => net.Gradient, static net => net.Gradient),
        ["conv-dilation-2-stride-2-padding-2"] = static () => Values(new ConvDilation2Stride2Padding2Net(1), static net => net.Gradient, static net => net.Gradient),
        ["conv-no-bias"] = static () => Values(new ConvNoBiasNet(1), static net => net.Gradient, static net => net.Gradient),
        ["conv-33"] = static () => Values(new Conv33Net(1), static net => net.Gradient, static net => net.Gradient),
        ["conv-groups-2"] = static () => Values(new ConvGroups2Net(1), static net => net.Gradient, static net => net.Gradient),
        ["conv-groups-2-stride-2"] = static () => Values(new ConvGroups2Stride2Net(1), static net => net.Gradient, static net => net.Gradient),
        ["conv-depthwise"] = static () => Values(new ConvDepthwiseNet(1), static net => net.Gradient, static net => net.Gradient),
        ["conv-depthwise-33"] = static () => Values(new ConvDepthwise33Net(1), static net => net.Gradient, static net => net.Gradient),
        ["conv-depthwise-twice"] = static () => Values(new ConvDepthwiseTwiceNet(1), static net => net.Gradient, static net => net.Gradient),
        // filtered
        ["filtered-padding-1"] = static () => Values(new FilteredPadding1Net(1), static net => net.Gradient, static net => net.Gradient),
        ["filtered-same"] = static () => Values(new FilteredSameNet(1), static net => net.Gradient, static net => net.Gradient),
        ["filtered-padding-2"] = static () => Values(new FilteredPadding2Net(1), static net => net.Gradient, static net => net.Gradient),
        ["filtered-transposed"] = static () => Values(new FilteredTransposedNet(1), static net => net.Gradient, static net => net.Gradient),
        // sequences
        ["sequence-3"] = static () => Values(new Sequence3Net(1), static net => net.Gradient, static net => net.Gradient),
        ["sequence-stride-2-padding-1"] = static () => Values(new SequenceStride2Padding1Net(1), static net => net.Gradient, static net => net.Gradient),
        ["sequence-same-dilated"] = static () => Values(new SequenceSameDilatedNet(1), static net => net.Gradient, static net => net.Gradient),
        ["sequence-groups-2"] = static () => Values(new SequenceGroups2Net(1), static net => net.Gradient, static net => net.Gradient),
        ["sequence-depthwise"] = static () => Values(new SequenceDepthwiseNet(1), static net => net.Gradient, static net => net.Gradient),
        // transposed
        ["transposed-3x3"] = static () => Values(new Transposed3x3Net(1), static net => net.Gradient, static net => net.Gradient),
        ["transposed-stride-2"] = static () => Values(new TransposedStride2Net(1), static net => net.Gradient, static net => net.Gradient),
        ["transposed-stride-3"] = static () => Values(new TransposedStride3Net(1), static net => net.Gradient, static net => net.Gradient),
        ["transposed-dilated"] = static () => Values(new TransposedDilatedNet(1), static net => net.Gradient, static net => net.Gradient),
        ["transposed-groups-2"] = static () => Values(new TransposedGroups2Net(1), static net => net.Gradient, static net => net.Gradient),
        ["transposed-depthwise"] = static () => Values(new TransposedDepthwiseNet(1), static net => net.Gradient, static net => net.Gradient),
        ["transposed-no-bias"] = static () => Values(new TransposedNoBiasNet(1), static net => net.Gradient, static net => net.Gradient),
        ["transposed-33"] = static () => Values(new Transposed33Net(1), static net => net.Gradient, static net => net.Gradient),
        // pooling
        ["max-pool"] = static () => Values(new MaxPoolNet(1), static net => net.Gradient, static net => net.Gradient),
        ["max-pool-odd"] = static () => Values(new MaxPoolOddNet(1), static net => net.Gradient, static net => net.Gradient),
        ["max-pool-ties"] = static () => Values(new MaxPoolTiesNet(1), static net => net.Gradient, static net => net.Gradient),
        ["max-pool-negative"] = static () => Values(new MaxPoolNegativeNet(1), static net => net.Gradient, static net => net.Gradient),
        ["max-pool-dilated"] = static () => Values(new MaxPoolDilatedNet(1), static net => net.Gradient, static net => net.Gradient),
        ["max-pool-2x3"] = static () => Values(new MaxPool2x3Net(1), static net => net.Gradient, static net => net.Gradient),
        ["average-pool"] = static () => Values(new AveragePoolNet(1), static net => net.Gradient, static net => net.Gradient),
        ["average-pool-padded"] = static () => Values(new AveragePoolPaddedNet(1), static net => net.Gradient, static net => net.Gradient),
        ["average-pool-2x3"] = static () => Values(new AveragePool2x3Net(1), static net => net.Gradient, static net => net.Gradient),
        ["global-average"] = static () => Values(new GlobalAverageNet(1), static net => net.Gradient, static net => net.Gradient),
        ["adaptive-even"] = static () => Values(new AdaptiveEvenNet(1), static net => net.Gradient, static net => net.Gradient),
        ["adaptive-odd"] = static () => Values(new AdaptiveOddNet(1), static net => net.Gradient, static net => net.Gradient),
        ["adaptive-larger"] = static () => Values(new AdaptiveLargerNet(1), static net => net.Gradient, static net => net.Gradient),
        ["upsample"] = static () => Values(new UpsampleNet(1), static net => net.Gradient, static net => net.Gradient),
        ["upsample-33"] = static () => Values(new Upsample33Net(1), static net => net.Gradient, static net => net.Gradient),
        ["upsample-bilinear"] = static () => Values(new UpsampleBilinearNet(1), static net => net.Gradient, static net => net.Gradient),
        ["upsample-bilinear-3"] = static () => Values(new UpsampleBilinear3Net(1), static net => net.Gradient, static net => net.Gradient),
        // channel-norms
        ["group-norm"] = static () => Values(new GroupNormNet(1), static net => net.Gradient, static net => net.Gradient),
        ["group-norm-1"] = static () => Values(new GroupNorm1Net(1), static net => net.Gradient, static net => net.Gradient),
        ["group-norm-33"] = static () => Values(new GroupNorm33Net(1), static net => net.Gradient, static net => net.Gradient),
        ["group-norm-sequence"] = static () => Values(new GroupNormSequenceNet(1), static net => net.Gradient, static net => net.Gradient),
        ["rms-norm"] = static () => Values(new RmsNormNet(1), static net => net.Gradient, static net => net.Gradient),
        ["rms-norm-rows"] = static () => Values(new RmsNormRowsNet(1), static net => net.Gradient, static net => net.Gradient),
        ["rms-norm-image"] = static () => Values(new RmsNormImageNet(1), static net => net.Gradient, static net => net.Gradient),
        ["rms-norm-image-33"] = static () => Values(new RmsNormImage33Net(1), static net => net.Gradient, static net => net.Gradient),
        ["rms-norm-behind-convolution"] = static () => Values(new RmsNormBehindConvolutionNet(1), static net => net.Gradient, static net => net.Gradient),
        // image-stacks
        ["le-net"] = static () => Labels(new LeNetNet(1), static net => net.Gradient, static net => net.Gradient),
        ["separable"] = static () => Labels(new SeparableNet(1), static net => net.Gradient, static net => net.Gradient),
        ["autoencoder"] = static () => Values(new AutoencoderNet(1), static net => net.Gradient, static net => net.Gradient),
        ["enlarging"] = static () => Values(new EnlargingNet(1), static net => net.Gradient, static net => net.Gradient),
        ["over-sequences"] = static () => Labels(new OverSequencesNet(1), static net => net.Gradient, static net => net.Gradient),
    };
}
