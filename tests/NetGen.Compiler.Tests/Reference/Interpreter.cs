using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Tests.Reference;

/// <summary>Computes a tensor program naively, in double precision: the meaning of the primitives, written down once more.</summary>
internal sealed partial class Interpreter(int batch, Func<Node, Matrix> given)
{
    private readonly Dictionary<Node, Matrix> _values = [];

    public Matrix this[Node node] => _values.TryGetValue(node, out var value) ? value : _values[node] = Compute(node);

    /// <summary>All rows of a value: those of every sample, or of a parameter as it is stored.</summary>
    public static int RowsOf(TensorType type, int batch) => type.Rows * (type.Batched ? batch : 1);

    private Matrix Compute(Node node)
    {
        var (rows, columns) = (RowsOf(node.Type, batch), node.Type.Last);
        return node.Operation switch
        {
            ConstantOperation constant => new Matrix(1, columns, constant.Values.ToArray()),
            CountOperation => new Matrix(1, 1, [batch]),
            IotaOperation => Each(rows, columns, (_, column) => column),
            MapOperation map => Map(map, node),
            MatMulOperation product => Multiply(product, this[node.Inputs[0]], this[node.Inputs[1]]),
            ReduceOperation reduce => Reduce(reduce, this[node.Inputs[0]]),
            ReshapeOperation => new Matrix(rows, columns, this[node.Inputs[0]].Values),
            DetachOperation => this[node.Inputs[0]],
            BatchMatMulOperation => BatchMultiply(node),
            ReduceAxisOperation reduce => ReduceAxis(reduce, node),
            SumBatchOperation => Gather(node, position => Sum(batch, sample => At(node.Inputs[0], [sample, .. position[1..]]))),
            TransposeOperation transpose => Transpose(transpose, node),
            SliceOperation slice => Gather(node, position => At(node.Inputs[0], Moved(position, slice.Axis, slice.Start))),
            PadOperation pad => Pad(pad, node),
            PatchesOperation patches => Patches(patches, node),
            FoldOperation fold => Fold(fold, node),
            ConcatOperation concat => Concat(concat, node),
            GatherOperation => Rows(node),
            ScatterAddOperation scatter => ScatterAdd(scatter, node),
            AttentionOperation attention => Attention(attention, node),
            AttentionGradientOperation gradient => AttentionGradient(gradient, node),
            _ => given(node),
        };
    }

    private Matrix Map(MapOperation map, Node node) =>
        Gather(node, position => ScalarEvaluator.Evaluate(map.Function, [.. node.Inputs.Select(input => At(input, position))]));

    private static Matrix Multiply(MatMulOperation product, Matrix left, Matrix right)
    {
        if (product.TransposeLeft)
        {
            return Each(left.Columns, right.Columns, (i, j) => Sum(left.Rows, k => left[k, i] * right[k, j]));
        }

        return product.TransposeRight
            ? Each(left.Rows, right.Rows, (i, j) => Sum(left.Columns, k => left[i, k] * right[j, k]))
            : Each(left.Rows, right.Columns, (i, j) => Sum(left.Columns, k => left[i, k] * right[k, j]));
    }

    private static Matrix Reduce(ReduceOperation reduce, Matrix x)
    {
        double Over(IEnumerable<double> values) => reduce.Kind == Reduction.Sum ? values.Sum() : values.Max();
        return reduce.Axis == Axis.Last
            ? Each(x.Rows, 1, (row, _) => Over(Enumerable.Range(0, x.Columns).Select(column => x[row, column])))
            : Each(1, x.Columns, (_, column) => Over(Enumerable.Range(0, x.Rows).Select(row => x[row, column])));
    }

    private static double Sum(int count, Func<int, double> term) => Enumerable.Range(0, count).Sum(term);

    private static Matrix Each(int rows, int columns, Func<int, int, double> value)
    {
        var result = new Matrix(rows, columns);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                result[row, column] = value(row, column);
            }
        }

        return result;
    }
}
