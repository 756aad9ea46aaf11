using NetGen.Sequences.Tests.Doubles;

namespace NetGen.Graphs.Tests;

/// <summary>The networks of this folder by name, where the tests of NetGen.Graphs.Tests, which are linked, look for them.</summary>
internal static partial class Subjects
{
    private static readonly Dictionary<string, Func<Subject>> s_all = new()
    {
        ["WideEmbedding"] = () => From(new WideEmbeddingNet(1), net => TokenSubject.Of<int>(WideEmbeddingNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["NormalisedPositions"] = () => From(new NormalisedPositionsNet(1), net => TokenSubject.Of<int>(NormalisedPositionsNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["SharedTable"] = () => From(new SharedTableNet(1), net => TokenSubject.Of<int>(SharedTableNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["ComputedTable"] = () => From(new ComputedTableNet(1), net => TokenSubject.Of<int>(ComputedTableNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["MatricesByNumber"] = () => From(new MatricesByNumberNet(1), net => TokenSubject.Of<int>(MatricesByNumberNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["ValuesOfTokens"] = () => From(new ValuesOfTokensNet(1), net => TokenSubject.Of<Number>(ValuesOfTokensNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["TiedTable"] = () => From(new TiedTableNet(1), net => TokenSubject.Of<int>(TiedTableNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["LongMemory"] = () => From(new LongMemoryNet(1), net => PlainSubject.Of<Number>(LongMemoryNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["LongGates"] = () => From(new LongGatesNet(1), net => PlainSubject.Of<Number>(LongGatesNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["LongElman"] = () => From(new LongElmanNet(1), net => PlainSubject.Of<int>(LongElmanNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["WidePanelsOfGates"] = () => From(new WidePanelsOfGatesNet(1), net => PlainSubject.Of<Number>(WidePanelsOfGatesNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["SharedRecurrence"] = () => From(new SharedRecurrenceNet(1), net => PlainSubject.Of<Number>(SharedRecurrenceNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["GradientThroughTime"] = () => From(new GradientThroughTimeNet(1), net => PlainSubject.Of<Number>(GradientThroughTimeNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["DroppedAttention"] = () => From(new DroppedAttentionNet(1), net => TokenSubject.Of<int>(DroppedAttentionNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["CausalAttention"] = () => From(new CausalAttentionNet(1), net => TokenSubject.Of<int>(CausalAttentionNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["PanelsOfAttention"] = () => From(new PanelsOfAttentionNet(1), net => TokenSubject.Of<int>(PanelsOfAttentionNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["RotaryAttention"] = () => From(new RotaryAttentionNet(1), net => TokenSubject.Of<int>(RotaryAttentionNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["SharedAttention"] = () => From(new SharedAttentionNet(1), net => TokenSubject.Of<int>(SharedAttentionNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["CrossAttention"] = () => From(new CrossAttentionNet(1), net => TokenSubject.Of<int>(CrossAttentionNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["MinimalCell"] = () => From(new MinimalCellNet(1), net => PlainSubject.Of<Number>(MinimalCellNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["ElaborateCell"] = () => From(new ElaborateCellNet(1), net => PlainSubject.Of<Number>(ElaborateCellNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["BothWaysCell"] = () => From(new BothWaysCellNet(1), net => PlainSubject.Of<int>(BothWaysCellNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["MatrixCell"] = () => From(new MatrixCellNet(1), net => PlainSubject.Of<Number>(MatrixCellNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["SharedCell"] = () => From(new SharedCellNet(1), net => PlainSubject.Of<Number>(SharedCellNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["TurningCell"] = () => From(new TurningCellNet(1), net => PlainSubject.Of<Number>(TurningCellNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["LastInputsCell"] = () => From(new LastInputsCellNet(1), net => PlainSubject.Of<Number>(LastInputsCellNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["PickingCell"] = () => From(new PickingCellNet(1), net => PlainSubject.Of<Number>(PickingCellNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["MaskedMemory"] = () => From(new MaskedMemoryNet(1), net => TokenSubject.Of<Number>(MaskedMemoryNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["MaskedValues"] = () => From(new MaskedValuesNet(1), net => PlainSubject.Of<Number>(MaskedValuesNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["MaskedPanels"] = () => From(new MaskedPanelsNet(1), net => TokenSubject.Of<int>(MaskedPanelsNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["MaskedHeads"] = () => From(new MaskedHeadsNet(1), net => TokenSubject.Of<int>(MaskedHeadsNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["MaskedCell"] = () => From(new MaskedCellNet(1), net => TokenSubject.Of<Number>(MaskedCellNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["MaskedElaborateCell"] = () => From(new MaskedElaborateCellNet(1), net => TokenSubject.Of<int>(MaskedElaborateCellNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["MaskedBranches"] = () => From(new MaskedBranchesNet(1), net => TokenSubject.Of<int>(MaskedBranchesNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["MaskedOperation"] = () => From(new MaskedOperationNet(1), net => TokenSubject.Of<int>(MaskedOperationNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["DroppedMemory"] = () => From(new DroppedMemoryNet(1), net => PlainSubject.Of<Number>(DroppedMemoryNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["Prompt"] = () => From(new PromptNet(1), net => PlainSubject.Of<Number>(PromptNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
        ["LearnedQueries"] = () => From(new LearnedQueriesNet(1), net => PlainSubject.Of<Number>(LearnedQueriesNet.Info, net.Parameters, net, net.Predict, net.PredictUnfused, net.Trace, net.Loss, net.Gradient, net.Backward, net.Step)),
    };
}
