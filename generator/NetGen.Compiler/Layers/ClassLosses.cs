using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers;

/// <summary>
/// −log softmax(x)[label]; <c>torch.nn.CrossEntropyLoss(weight, ignore_index, label_smoothing)</c>. A row whose label is ignored has no share in the mean, which the runtime
/// sees to, and so no loss and no gradient.
/// </summary>
internal sealed class SoftmaxCrossEntropy : LossDefinition
{
    public override string Kind => "SoftmaxCrossEntropy";

    public override bool TakesLabels => true;

    public override bool WeighsRowsByLabel => true;

    public override Complaint? Check(LayerSpec loss, Shape output) =>
        loss.Number("LabelSmoothing", 0) is >= 0 and < 1
            ? base.Check(loss, output)
            : new Complaint("NG0005", "LabelSmoothing", Inv($"LabelSmoothing lies between 0 and 1, not {loss.Number("LabelSmoothing", 0)}"));

    public override string LinkName => "Softmax";

    public override Node Link(GraphBuilder graph, Node output) => Softmax.Of(graph, output);

    public override Node RowLoss(GraphBuilder graph, LayerSpec loss, Node output, Node target)
    {
        var classes = output.Type.Last;
        var smoothing = loss.Number("LabelSmoothing", 0);
        var hit = new Select(Comparison.Equal, Scalar.Variable(0), Scalar.Variable(1),
            Scalar.Constant(1 - smoothing + (smoothing / classes)), Scalar.Constant(smoothing / classes));

        // The target distribution: (1 − ε) on the label and ε / classes everywhere.
        var distribution = Weighted(graph, loss, "ClassWeights", graph.Map(hit, graph.Iota(output.Type), target));
        var cross = graph.Map(-(Scalar.Variable(0) * Scalar.Variable(1)), distribution, Softmax.LogOf(graph, output));
        return graph.Reduce(Reduction.Sum, cross, Axis.Last);
    }
}

/// <summary>Σ t (log t − log softmax(x)), targets being probabilities; <c>torch.nn.KLDivLoss(reduction="batchmean")</c> on log-softmax.</summary>
internal sealed class KLDivergence : LossDefinition
{
    public override string Kind => "KLDivergence";

    public override bool SumsRows => true;

    public override string LinkName => "Softmax";

    public override Node Link(GraphBuilder graph, Node output) => Softmax.Of(graph, output);

    public override Node RowLoss(GraphBuilder graph, LayerSpec loss, Node output, Node target)
    {
        // t log t is 0 at t = 0, by its limit.
        Expr logp = Scalar.Variable(0), t = Scalar.Variable(1), zero = Scalar.Constant(0);
        var entropy = new Select(Comparison.Greater, t, zero, t * Scalar.Log(new Select(Comparison.Greater, t, zero, t, Scalar.Constant(1))), zero);
        var each = graph.Map(entropy - (t * logp), Softmax.LogOf(graph, output), target);
        return graph.Reduce(Reduction.Sum, Weighted(graph, loss, "ClassWeights", each), Axis.Last);
    }
}
