namespace NetGen.Graphs.Tests;

/// <summary>The graphs by name.</summary>
internal static partial class Subjects
{
    private static readonly Dictionary<string, Func<Subject>> s_all = new()
    {
        ["Residual"] = () => From(new ResidualNet(1), net => PlainSubject.Of<Number>(ResidualNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["DenselyConnected"] = () => From(new DenselyConnectedNet(1), net => PlainSubject.Of<Number>(DenselyConnectedNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Gated"] = () => From(new GatedNet(1), net => PlainSubject.Of<int>(GatedNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["SqueezeAndExcitation"] = () => From(new SqueezeAndExcitationNet(1), net => PlainSubject.Of<Number>(SqueezeAndExcitationNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Highway"] = () => From(new HighwayNet(1), net => PlainSubject.Of<Number>(HighwayNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Nested"] = () => From(new NestedNet(1), net => PlainSubject.Of<Number>(NestedNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["HandwrittenAttention"] = () => From(new HandwrittenAttentionNet(1), net => PlainSubject.Of<Number>(HandwrittenAttentionNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["CausalAttention"] = () => From(new CausalAttentionNet(1), net => PlainSubject.Of<int>(CausalAttentionNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["MixtureOfExperts"] = () => From(new MixtureOfExpertsNet(1), net => PlainSubject.Of<Number>(MixtureOfExpertsNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["WeightBank"] = () => From(new WeightBankNet(1), net => PlainSubject.Of<Number>(WeightBankNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Slicing"] = () => From(new SlicingNet(1), net => PlainSubject.Of<Number>(SlicingNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Rearranging"] = () => From(new RearrangingNet(1), net => PlainSubject.Of<Number>(RearrangingNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Reductions"] = () => From(new ReductionsNet(1), net => PlainSubject.Of<Number>(ReductionsNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Choices"] = () => From(new ChoicesNet(1), net => PlainSubject.Of<Number>(ChoicesNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Lookup"] = () => From(new LookupNet(1), net => PlainSubject.Of<Number>(LookupNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["RawParameters"] = () => From(new RawParametersNet(1), net => PlainSubject.Of<Number>(RawParametersNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Slopes"] = () => From(new SlopesNet(1), net => PlainSubject.Of<Number>(SlopesNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Functions"] = () => From(new FunctionsNet(1), net => PlainSubject.Of<Number>(FunctionsNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Arguments"] = () => From(new ArgumentsNet(1), net => PlainSubject.Of<Number>(ArgumentsNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Powers"] = () => From(new PowersNet(1), net => PlainSubject.Of<Number>(PowersNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["StableSoftmax"] = () => From(new StableSoftmaxNet(1), net => PlainSubject.Of<Number>(StableSoftmaxNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["UnqualifiedGradient"] = () => From(new UnqualifiedGradientNet(1), net => PlainSubject.Of<Number>(UnqualifiedGradientNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["NestedFunctions"] = () => From(new NestedFunctionsNet(1), net => PlainSubject.Of<Number>(NestedFunctionsNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Frozen"] = () => From(new FrozenNet(1), net => PlainSubject.Of<Number>(FrozenNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Refining"] = () => From(new RefiningNet(1), net => PlainSubject.Of<Number>(RefiningNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Helpers"] = () => From(new HelpersNet(1), net => PlainSubject.Of<Number>(HelpersNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["DerivativeByParts"] = () => From(new DerivativeByPartsNet(1), net => PlainSubject.Of<Number>(DerivativeByPartsNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Refolded"] = () => From(new RefoldedNet(1), net => PlainSubject.Of<Number>(RefoldedNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["TwoTower"] = () => From(new TwoTowerNet(1), net => PairSubject.Of(TwoTowerNet.Info, net.Parameters, net, [5, 5], net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Composed"] = () => From(new ComposedNet(1), net => PairSubject.Of(ComposedNet.Info, net.Parameters, net, [4, 4], net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["CrossAttention"] = () => From(new CrossAttentionNet(1), net => PairSubject.Of(CrossAttentionNet.Info, net.Parameters, net, [15, 8], net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Hypernetwork"] = () => From(new HypernetworkNet(1), net => PairSubject.Of(HypernetworkNet.Info, net.Parameters, net, [4, 3], net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Siamese"] = SeveralOutputs.Siamese,
        ["MultiTask"] = SeveralOutputs.MultiTask,
        ["Variational"] = SeveralOutputs.Variational,
        ["Physics"] = SeveralOutputs.Physics,
        ["GradientPenalty"] = SeveralOutputs.GradientPenalty,
        ["WeightedLosses"] = SeveralOutputs.WeightedLosses,
    };
}
