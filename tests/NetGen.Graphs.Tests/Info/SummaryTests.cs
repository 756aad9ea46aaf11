#if !SINGLE
using static NetGen.Ops;

namespace NetGen.Graphs.Tests.Info;

[Network(Precision = Precision.Double), Input(4, 3), MeanSquaredError]
public partial class SummaryNet
{
    [Dense(6)] Layer project;
    [Parameter(6, 2)] Tensor w;

    Tensor Forward(Tensor x)
    {
        var (a, b) = (project(x), project(2 * x));
        var mixed = Attention(a, b, a, heads: 2);
        return MatMul(mixed, w);
    }
}

public sealed class SummaryTests
{
    [Fact]
    public void Operations_of_Forward_are_rows_and_their_products_count()
    {
        // A shared layer is one row and is computed twice: 2 · 4 · (2 · 3 · 6 + 6); scores and mixture take 2 · 4 · 4 · 6 each; the product 2 · 4 · 6 · 2.
        Assert.Equal(
            [("project.dense1", "Dense", 336L), ("multiply", "Multiply", 0), ("mixed", "Attention", 384), ("w", "Parameter", 0), ("matMul", "MatMul", 96)],
            SummaryNet.Info.Layers.Select(layer => (layer.Name, layer.Kind, layer.Flops)));
        Assert.Equal(336 + 384 + 96, SummaryNet.Info.Flops);
        Assert.Equal([4, 6], SummaryNet.Info.Layers[2].OutputShape);
    }

    [Fact]
    public void Summary_shows_the_rows_and_the_total()
    {
        var summary = SummaryNet.Info.Summary();

        Assert.Contains("mixed (Attention)", summary, StringComparison.Ordinal);
        Assert.Matches(@"FLOPs per sample\s+816\n", summary);
    }
}
#endif
