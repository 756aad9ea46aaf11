using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers;

/// <summary>−(p t log σ(x) + (1 − t) log(1 − σ(x))) with p the positive weight; <c>torch.nn.BCEWithLogitsLoss(weight, pos_weight)</c>.</summary>
internal sealed class BinaryCrossEntropy : LossDefinition
{
    public override string Kind => "BinaryCrossEntropy";

    public override string LinkName => "Sigmoid";

    public override Node Link(GraphBuilder graph, Node output) => graph.Map(Activations.Sigmoid, output);

    public override Node RowLoss(GraphBuilder graph, LayerSpec loss, Node output, Node target)
    {
        Expr x = Scalar.Variable(0), t = Scalar.Variable(1), one = Scalar.Constant(1), zero = Scalar.Constant(0);

        // log(1 + exp(−x)) without overflow: max(−x, 0) + log1p(exp(−|x|)). Both kinks lie at 0 and cancel, and so must the derivatives that
        // are chosen there: hence |x| by the same condition as the maximum, rather than Abs, whose derivative at 0 is 0.
        var magnitude = new Select(Comparison.Greater, x, zero, x, -x);
        var softplusOfMinusX = new Select(Comparison.Greater, x, zero, zero, -x) + Scalar.Log1p(Scalar.Exp(-magnitude));
        var positive = loss.Numbers("PositiveWeights");
        if (positive.Length == 0)
        {
            return MeanOf(graph, loss, output, target, ((one - t) * x) + softplusOfMinusX);
        }

        var p = Scalar.Variable(2);
        var each = graph.Map(((one - t) * x) + ((one + ((p - one) * t)) * softplusOfMinusX), output, target, graph.Constant(positive));
        var weighted = Weighted(graph, loss, "ClassWeights", each);
        return graph.Map(Scalar.Variable(0) * Scalar.Constant(1.0 / output.Type.Last), graph.Reduce(Reduction.Sum, weighted, Axis.Last));
    }
}

/// <summary>(x − t)²; <c>torch.nn.MSELoss</c>.</summary>
internal sealed class MeanSquaredError : LossDefinition
{
    public override string Kind => "MeanSquaredError";

    public override Node RowLoss(GraphBuilder graph, LayerSpec loss, Node output, Node target)
    {
        var difference = Scalar.Variable(0) - Scalar.Variable(1);
        return MeanOf(graph, loss, output, target, difference * difference);
    }
}

/// <summary>|x − t|; <c>torch.nn.L1Loss</c>.</summary>
internal sealed class MeanAbsoluteError : LossDefinition
{
    public override string Kind => "MeanAbsoluteError";

    public override Node RowLoss(GraphBuilder graph, LayerSpec loss, Node output, Node target) =>
        MeanOf(graph, loss, output, target, Scalar.Abs(Scalar.Variable(0) - Scalar.Variable(1)));
}

/// <summary>½ d² where |d| ≤ δ and δ (|d| − ½ δ) beyond; <c>torch.nn.HuberLoss(delta)</c>. Huber 1964.</summary>
internal sealed class Huber : LossDefinition
{
    public override string Kind => "Huber";

    public override Complaint? Check(LayerSpec loss, Shape output) =>
        loss.Number("Delta", 1) is > 0 and < double.PositiveInfinity
            ? base.Check(loss, output)
            : new Complaint("NG0005", "Delta", Inv($"Huber needs a positive Delta, not {loss.Number("Delta", 1)}"));

    public override Node RowLoss(GraphBuilder graph, LayerSpec loss, Node output, Node target)
    {
        Expr d = Scalar.Variable(0) - Scalar.Variable(1), delta = Scalar.Constant(loss.Number("Delta", 1)), half = Scalar.Constant(0.5);
        var beyond = delta * (Scalar.Abs(d) - (half * delta));
        return MeanOf(graph, loss, output, target, new Select(Comparison.LessOrEqual, Scalar.Abs(d), delta, half * d * d, beyond));
    }
}

/// <summary>max(0, 1 − t x) for targets −1 and +1; the hinge of support vector machines (Cortes, Vapnik 1995).</summary>
internal sealed class Hinge : LossDefinition
{
    public override string Kind => "Hinge";

    public override Node RowLoss(GraphBuilder graph, LayerSpec loss, Node output, Node target)
    {
        var margin = Scalar.Constant(1) - (Scalar.Variable(0) * Scalar.Variable(1));
        return MeanOf(graph, loss, output, target, new Select(Comparison.Greater, margin, Scalar.Constant(0), margin, Scalar.Constant(0)));
    }
}
