using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Tests.Reference;

/// <content>Operations over axes: every number of the result by its position.</content>
internal sealed partial class Interpreter
{
    private Matrix BatchMultiply(Node node)
    {
        var (left, right) = (node.Inputs[0], node.Inputs[1]);
        return Gather(node, position => Sum(left.Type.Last, k => At(left, [.. position[..^1], k]) * At(right, [.. position[..^2], k, position[^1]])));
    }

    private Matrix ReduceAxis(ReduceAxisOperation reduce, Node node)
    {
        var x = node.Inputs[0];
        return Gather(node, position =>
        {
            var values = Enumerable.Range(0, x.Type.Shape[reduce.Axis]).Select(index => At(x, Moved(position, reduce.Axis, index)));
            return reduce.Kind == Reduction.Sum ? values.Sum() : values.Max();
        });
    }

    private Matrix Transpose(TransposeOperation transpose, Node node) => Gather(node, position =>
    {
        int[] source = [.. position];
        for (var axis = 0; axis < transpose.Permutation.Count; axis++)
        {
            source[1 + transpose.Permutation[axis]] = position[1 + axis];
        }

        return At(node.Inputs[0], source);
    });

    private Matrix Pad(PadOperation pad, Node node) => Gather(node, position =>
        (uint)(position[1 + pad.Axis] - pad.Before) < (uint)node.Inputs[0].Type.Shape[pad.Axis] ? At(node.Inputs[0], Moved(position, pad.Axis, -pad.Before)) : 0);

    private Matrix Concat(ConcatOperation concat, Node node) => Gather(node, position =>
    {
        var before = 0;
        foreach (var input in node.Inputs)
        {
            if (position[1 + concat.Axis] < before + input.Type.Shape[concat.Axis])
            {
                return At(input, Moved(position, concat.Axis, -before));
            }

            before += input.Type.Shape[concat.Axis];
        }

        throw new InvalidOperationException($"{node} is longer than what it joins.");
    });

    private Matrix Patches(PatchesOperation patches, Node node)
    {
        var (x, window) = (node.Inputs[0], patches.Window);
        return Gather(node, position =>
        {
            var (tap, channel) = patches.Joined ? (position[3] / x.Type.Last, position[3] % x.Type.Last) : (position[3], position[4]);
            return At(x, [position[0], (position[1] * window.StrideY) + (tap / window.Width * window.DilationY), (position[2] * window.StrideX) + (tap % window.Width * window.DilationX), channel]);
        });
    }

    private Matrix Fold(FoldOperation fold, Node node)
    {
        var (x, window) = (node.Inputs[0], fold.Window);
        return Gather(node, position => Sum(window.Taps, tap =>
        {
            var (y, left) = (position[1] - (tap / window.Width * window.DilationY), position[2] - (tap % window.Width * window.DilationX));
            if (y < 0 || left < 0 || y % window.StrideY != 0 || left % window.StrideX != 0 || y / window.StrideY >= x.Type.Shape[0] || left / window.StrideX >= x.Type.Shape[1])
            {
                return 0;
            }

            int[] place = [position[0], y / window.StrideY, left / window.StrideX];
            return fold.Joined ? At(x, [.. place, (tap * node.Type.Last) + position[3]]) : At(x, [.. place, tap, position[3]]);
        }));
    }

    private Matrix Rows(Node node)
    {
        var (table, numbers) = (this[node.Inputs[0]], node.Inputs[1]);
        return Gather(node, position => At(numbers, position[..2]) is var number && number >= 0 && number < table.Rows && number == Math.Floor(number) ? table[(int)number, position[2]] : 0);
    }

    private Matrix ScatterAdd(ScatterAddOperation scatter, Node node)
    {
        var (rows, numbers) = (this[node.Inputs[0]], this[node.Inputs[1]]);
        return Each(node.Type.Rows, node.Type.Last, (number, feature) => number == scatter.Padding ? 0 : Sum(rows.Rows, row => numbers.Values[row] == number ? rows[row, feature] : 0));
    }

    private Matrix Gather(Node node, Func<int[], double> value) =>
        new(RowsOf(node.Type, batch), node.Type.Last, [.. new Positions(node.Type, batch).All().Select(value)]);

    private double At(Node node, int[] position) => this[node].Values[new Positions(node.Type, batch).Flat(position)];

    private static int[] Moved(int[] position, int axis, int by)
    {
        int[] moved = [.. position];
        moved[1 + axis] += by;
        return moved;
    }
}
