using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Tests.Reference;

public class InterpreterTests
{
    private readonly GraphBuilder _graph = new();

    [Fact]
    public void Sum_over_an_axis_adds_what_differs_in_it_alone() =>
        Assert.Equal([2, 4, 10, 12], Values(_graph.Reduce(Reduction.Sum, _graph.Input(new Shape(2, 2)), 0), [0, 1, 2, 3, 4, 5, 6, 7]));

    [Fact]
    public void Transpose_exchanges_axes() =>
        Assert.Equal([0, 3, 1, 4, 2, 5], Values(_graph.Transpose(_graph.Input(new Shape(2, 3)), 1, 0), [0, 1, 2, 3, 4, 5]));

    [Fact]
    public void Product_multiplies_the_last_two_axes()
    {
        var x = _graph.Input(new Shape(2, 2));
        Assert.Equal([7, 10, 15, 22], Values(_graph.BatchMatMul(x, x), [1, 2, 3, 4]));
    }

    [Fact]
    public void Slice_padding_and_joining_undo_each_other()
    {
        var x = _graph.Input(new Shape(3));
        var joined = _graph.Concat(0, [_graph.Slice(x, 0, 0, 1), _graph.Slice(x, 0, 1, 2)]);
        Assert.Equal([1, 2, 3], Values(joined, [1, 2, 3]));
        Assert.Equal([0, 2, 0], Values(_graph.Pad(_graph.Slice(x, 0, 1, 1), 0, 1, 1), [1, 2, 3]));
    }

    [Fact]
    public void Sum_over_the_batch_keeps_the_axes() =>
        Assert.Equal([4, 6], Values(_graph.SumBatch(_graph.Input(new Shape(2))), [1, 2, 3, 4]));

    [Fact]
    public void Map_broadcasts_axes_of_extent_1()
    {
        var x = _graph.Input(new Shape(2, 2));
        Assert.Equal([2, 3, 5, 6], Values(_graph.Add(x, _graph.Reduce(Reduction.Sum, _graph.Slice(x, 1, 0, 1), Axis.Last)), [1, 2, 2.5, 3.5]));
    }

    private static double[] Values(Node node, double[] input)
    {
        var leaf = node;
        while (leaf.Inputs.Count > 0)
        {
            leaf = leaf.Inputs[0];
        }

        var batch = input.Length / (int)leaf.Type.Shape.Count;
        return new Interpreter(batch, given => new Matrix(batch * given.Type.Rows, given.Type.Last, input))[node].Values;
    }
}
