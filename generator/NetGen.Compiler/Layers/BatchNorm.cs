using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers.Images;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers;

/// <summary>
/// y = (x − mean) / sqrt(variance + ε) · weight + bias, channel by channel: in training with mean and (biased) variance of the batch, in evaluation with running ones, of
/// which the variance is the unbiased one. Ioffe, Szegedy 2015; <c>torch.nn.BatchNorm1d</c>, <c>torch.nn.BatchNorm2d</c>.
/// </summary>
internal sealed class BatchNorm : LayerDefinition
{
    private static readonly Expr A = Scalar.Variable(0);
    private static readonly Expr B = Scalar.Variable(1);
    private static readonly Expr C = Scalar.Variable(2);

    public override string Kind => "BatchNorm";

    public override bool KeepsPositions(LayerSpec layer) => true;

    public override string Signature(LayerSpec layer) => $"BatchNorm(Epsilon = {NumberText.Shortest(Epsilon(layer))})";

    public override LayerOutline Outline(LayerSpec layer, Shape input)
    {
        if (input.Rank is < 1 or > 3)
        {
            return LayerOutline.Refuse("NG1002", null, $"BatchNorm takes a vector [features], a sequence [channels, length] or an image [channels, height, width], but its input has shape {input}");
        }

        if (NormArguments.Check(layer, Epsilon(layer)) is { } refusal)
        {
            return refusal;
        }

        if (!(Momentum(layer) is >= 0 and <= 1))
        {
            return LayerOutline.Refuse("NG0005", "Momentum", Inv($"BatchNorm needs a Momentum from 0 to 1, not {Momentum(layer)}"));
        }

        ParameterSpec Of(string name, Initializer init) => new(name, new Shape(input[0]), init, input[0], input[0]);
        return new LayerOutline(input, NormArguments.Parameters(layer, input[0]), 4 * input.Count)
        {
            Buffers = new EquatableArray<ParameterSpec>([Of("running_mean", Initializer.Zeros), Of("running_var", Initializer.Ones), new("num_batches_tracked", new Shape(), Initializer.Zeros, 1, 1)]),

            // A single value is its own mean: what is left of it is 0, whatever it was.
            SmallestBatch = input.Count == input[0] ? 2 : 1,
        };
    }

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x)
    {
        var graph = lowering.Graph;
        var isVector = x.Type.Shape.Rank == 1;
        var rows = isVector ? x : ImageAxes.ChannelsLast(graph, x);
        var (mean, variance) = lowering.Training ? OfBatch(lowering, layer, rows) : (lowering.Buffer("running_mean"), lowering.Buffer("running_var"));

        // One factor and one addend per channel: what is left for each value is one multiplication and one addition.
        var factor = graph.Map(B / Scalar.Sqrt(A + Scalar.Constant(Epsilon(layer))), variance, lowering.Parameter("weight"));
        var normal = lowering.Training
            ? graph.Map((A - B) * C + Scalar.Variable(3), rows, mean, factor, lowering.Parameter("bias"))
            : graph.Map((A * B) + C, rows, factor, graph.Map(A - (B * C), lowering.Parameter("bias"), mean, factor));
        return isVector ? normal : ImageAxes.ChannelsFirst(graph, normal, x);
    }

    private static (Node Mean, Node Variance) OfBatch(LayerLowering lowering, LayerSpec layer, Node rows)
    {
        var graph = lowering.Graph;
        var count = graph.Map(A * Scalar.Constant(rows.Type.Rows), graph.Count());
        var mean = graph.Map(A / B, graph.Reduce(Reduction.Sum, rows, Axis.Rows), count);

        // Deviations sum to zero, so that a small change of the mean leaves their squares' sum as it is: no gradient goes that way.
        var variance = graph.Map(A / B, graph.Reduce(Reduction.Sum, graph.Map(Scalar.Square(A - B), rows, graph.Detach(mean)), Axis.Rows), count);
        var momentum = Scalar.Constant(Momentum(layer));
        var rest = Scalar.Constant(1 - Momentum(layer));
        lowering.Update("running_mean", graph.Map((rest * A) + (momentum * B), lowering.Buffer("running_mean"), graph.Detach(mean)));

        // Of a single value there is no unbiased variance: it counts as 0.
        var unbiased = B * C / Scalar.Max(C - Scalar.Constant(1), Scalar.Constant(1));
        lowering.Update("running_var", graph.Map((rest * A) + (momentum * unbiased), lowering.Buffer("running_var"), graph.Detach(variance), count));
        return (mean, variance);
    }

    private static double Epsilon(LayerSpec layer) => layer.Number("Epsilon", 1e-5);

    private static double Momentum(LayerSpec layer) => layer.Number("Momentum", 0.1);
}
