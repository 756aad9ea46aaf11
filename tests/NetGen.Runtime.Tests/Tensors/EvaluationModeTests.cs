using static NetGen.Ops;

namespace NetGen.Runtime.Tests.Tensors;

public sealed class EvaluationModeTests
{
    [Fact]
    public void Dropout_changes_nothing()
    {
        var x = Tensor.From([1f, 2, 3]);

        Assert.Equal([1f, 2, 3], Dropout(x, 0.9).ToArray());
        Assert.Equal([1f, 1, 1], Gradient(Dropout(x), x).ToArray());
    }

    [Fact]
    public void RandomNormal_is_its_mean_in_every_precision()
    {
        Assert.Equal([1f, 2], (Tensor.From([1f, 2], 2) + RandomNormal(2)).ToArray());
        Assert.Equal([1.0, 2], (Tensor.From([1.0, 2], 2) + RandomNormal(2)).ToDoubleArray());
        Assert.Equal([2, 3], RandomNormal(2, 3).Shape);
        Assert.Empty(RandomNormal().Shape);
    }
}
