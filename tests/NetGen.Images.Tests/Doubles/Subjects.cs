using NetGen.Images.Tests.Doubles;

namespace NetGen.Graphs.Tests;

/// <summary>The networks of this folder by name, where the tests of NetGen.Graphs.Tests, which are linked, look for them.</summary>
internal static partial class Subjects
{
    private static readonly Dictionary<string, Func<Subject>> s_all = new()
    {
        ["SeveralPanels"] = () => From(new SeveralPanelsNet(1), net => PlainSubject.Of<double>(SeveralPanelsNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Gaps"] = () => From(new GapsNet(1), net => PlainSubject.Of<double>(GapsNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["SpreadGaps"] = () => From(new SpreadGapsNet(1), net => PlainSubject.Of<double>(SpreadGapsNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["NamedValues"] = () => From(new NamedValuesNet(1), net => PlainSubject.Of<double>(NamedValuesNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["WindowPartition"] = () => From(new WindowPartitionNet(1), net => PlainSubject.Of<double>(WindowPartitionNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["OtherCuts"] = () => From(new OtherCutsNet(1), net => PlainSubject.Of<double>(OtherCutsNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Twice"] = () => From(new TwiceNet(1), net => PlainSubject.Of<int>(TwiceNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["WidePanels"] = () => From(new WidePanelsNet(1), net => PlainSubject.Of<double>(WidePanelsNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["FilteredOdd"] = () => From(new FilteredOddNet(1), net => PlainSubject.Of<double>(FilteredOddNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["FilteredTwice"] = () => From(new FilteredTwiceNet(1), net => PlainSubject.Of<double>(FilteredTwiceNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Grouped"] = () => From(new GroupedNet(1), net => PlainSubject.Of<double>(GroupedNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Depthwise"] = () => From(new DepthwiseNet(1), net => PlainSubject.Of<double>(DepthwiseNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Sequence"] = () => From(new SequenceNet(1), net => PlainSubject.Of<int>(SequenceNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Enlarged"] = () => From(new EnlargedNet(1), net => PlainSubject.Of<double>(EnlargedNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["FrozenTrunk"] = () => From(new FrozenTrunkNet(1), net => PlainSubject.Of<double>(FrozenTrunkNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["ResidualImage"] = () => From(new ResidualImageNet(1), net => PlainSubject.Of<double>(ResidualImageNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Maxima"] = () => From(new MaximaNet(1), net => PlainSubject.Of<int>(MaximaNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["MaximaFirst"] = () => From(new MaximaFirstNet(1), net => PlainSubject.Of<double>(MaximaFirstNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Means"] = () => From(new MeansNet(1), net => PlainSubject.Of<double>(MeansNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Resampled"] = () => From(new ResampledNet(1), net => PlainSubject.Of<double>(ResampledNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Normalised"] = () => From(new NormalisedNet(1), net => PlainSubject.Of<int>(NormalisedNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["RootMeanSquare"] = () => From(new RootMeanSquareNet(1), net => PlainSubject.Of<double>(RootMeanSquareNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["RootMeanSquareImage"] = () => From(new RootMeanSquareImageNet(1), net => PlainSubject.Of<double>(RootMeanSquareImageNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["FrozenNorms"] = () => From(new FrozenNormsNet(1), net => PlainSubject.Of<int>(FrozenNormsNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["BatchNormalised"] = () => From(new BatchNormalisedNet(1), net => PlainSubject.Of<int>(BatchNormalisedNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["DroppedChannels"] = () => From(new DroppedChannelsNet(1), net => PlainSubject.Of<int>(DroppedChannelsNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
    };
}
