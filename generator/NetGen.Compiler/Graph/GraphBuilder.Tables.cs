using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Graph;

/// <content>Rows of a table by their numbers, and back.</content>
public sealed partial class GraphBuilder
{
    /// <summary>Rows of an unbatched table [n, features] by numbers [k] of each sample: [k, features].</summary>
    public Node Gather(Node table, Node numbers, int padding = -1) =>
        Add(new GatherOperation(padding), new TensorType(true, new Shape(numbers.Type.Last, table.Type.Last)), table, numbers);

    /// <summary>Rows [k, features] of the batch, added up by their numbers [k]: [count, features].</summary>
    public Node ScatterAdd(Node rows, Node numbers, int count, int padding = -1) =>
        Add(new ScatterAddOperation(padding), new TensorType(false, new Shape(count, rows.Type.Last)), BroadcastTo(rows, rows.Type with { Batched = true }), numbers);

    /// <summary>Rows by their numbers, and zeros where the number is that of the padding: the transpose of <see cref="ScatterAdd"/>.</summary>
    public Node GatherBesidesPadding(Node table, Node numbers, int padding)
    {
        var rows = Gather(table, numbers);
        return padding < 0 ? rows : Map(
            new Select(Comparison.Equal, Scalar.Variable(1), Scalar.Constant(padding), Scalar.Constant(0), Scalar.X), rows, Reshape(numbers, new Shape(numbers.Type.Last, 1)));
    }
}
