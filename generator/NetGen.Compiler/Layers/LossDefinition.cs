using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers;

/// <summary>
/// One kind of loss: its link function, and its value per row built from primitives. The mean over the rows, with the
/// samples' weights, is the same for all and is added by <see cref="NetworkLowering"/>.
/// </summary>
public abstract class LossDefinition
{
    /// <summary>The name of a link function that changes nothing.</summary>
    public const string NoLink = "Identity";

    public abstract string Kind { get; }

    /// <summary>True when targets are class labels (integers), one per row; false when they are values, one per output.</summary>
    public virtual bool TakesLabels => false;

    /// <summary>True when the rows of one sample add up, so that the mean is over samples only; false when it is over all rows.</summary>
    public virtual bool SumsRows => false;

    /// <summary>True when <c>ClassWeights</c> weigh whole rows by their label, so that the mean is divided by the weights' sum.</summary>
    public virtual bool WeighsRowsByLabel => false;

    /// <summary>The loss as the user wrote it, for tables: <c>SoftmaxCrossEntropy(LabelSmoothing = 0.1)</c>.</summary>
    public string Describe(LayerSpec loss) => loss.Arguments.Count == 0
        ? Kind
        : $"{Kind}({string.Join(", ", loss.Arguments.Select(argument => $"{argument.Name} = {(argument.Numbers.Count == 1 ? NumberText.Shortest(argument.Numbers[0]) : Inv($"{argument.Numbers.Count} values"))}"))})";

    /// <summary>Checks the arguments against the shape of the last layer's output.</summary>
    public virtual Complaint? Check(LayerSpec loss, Shape output)
    {
        foreach (var name in new[] { "ClassWeights", "PositiveWeights" })
        {
            var weights = loss.Numbers(name);
            if (weights.Length == 0 && loss.Find(name) is not null)
            {
                return new Complaint("NG0005", name, Inv($"{name} is empty: give {output.Last} values for the last layer of shape {output}, or leave it out"));
            }

            if (weights.Any(weight => !(weight >= 0) || double.IsInfinity(weight)) || (weights.Length > 0 && weights.All(weight => weight == 0)))
            {
                return new Complaint("NG0005", name, $"{name} must be finite, not negative and not all zero, not ({string.Join(", ", weights.Select(NumberText.Shortest))})");
            }

            if (weights.Length > 0 && weights.Length != output.Last)
            {
                return new Complaint("NG1001", name, Inv($"{name} has {weights.Length} values, but the last layer has shape {output}: {output.Last} are needed"));
            }
        }

        return null;
    }

    /// <summary>What <see cref="Link"/> computes, as files name it: a layer's kind, or <see cref="NoLink"/>.</summary>
    public virtual string LinkName => NoLink;

    /// <summary>From the last layer's output to what Predict returns.</summary>
    public virtual Node Link(GraphBuilder graph, Node output) => output;

    /// <summary>The loss of each row, shape [B, …, 1], before the samples' weights.</summary>
    public abstract Node RowLoss(GraphBuilder graph, LayerSpec loss, Node output, Node target);

    /// <summary>The mean over the last axis of an elementwise loss of (output x0, target x1), times the class weights.</summary>
    protected static Node MeanOf(GraphBuilder graph, LayerSpec loss, Node output, Node target, Expr element)
    {
        var each = Weighted(graph, loss, "ClassWeights", graph.Map(element, output, target));
        return graph.Map(Scalar.Variable(0) * Scalar.Constant(1.0 / output.Type.Last), graph.Reduce(Reduction.Sum, each, Axis.Last));
    }

    protected static Node Weighted(GraphBuilder graph, LayerSpec loss, string argument, Node values)
    {
        var weights = loss.Numbers(argument);
        return weights.Length == 0 ? values : graph.Multiply(values, graph.Constant(weights));
    }
}
