using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>Primitives of the compiler that <see cref="Ops"/> has no name for. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ReferenceOps
{
    /// <summary>Numbers that are known at compile time, [n].</summary>
    /// <param name="values">The numbers.</param>
    /// <returns>They, without a batch.</returns>
    public static Tensor Constant(params double[] values) => new(values, new Extents([values.Length], 0), null);

    /// <summary>0, 1, 2, … [n].</summary>
    /// <param name="count">How many.</param>
    /// <returns>They, without a batch.</returns>
    public static Tensor Iota(int count) => Constant([.. Enumerable.Range(0, count).Select(index => (double)index)]);

    /// <summary>The same values, with a mask that says which of their positions are present.</summary>
    /// <param name="x">[length, …].</param>
    /// <param name="mask">[length], nonzero at positions that are present.</param>
    /// <returns>The values; what is made of them position by position has the same mask.</returns>
    public static Tensor Masked(Tensor x, Tensor mask) => Ops.Masked(x, mask);

    /// <summary>The mask of a value.</summary>
    /// <param name="x">[length, …].</param>
    /// <returns>[length], nonzero at positions that are present; ones where nobody said which are.</returns>
    public static Tensor MaskOf(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Mask ?? Broadcast(1, x.Shape[0]);
    }

    /// <summary>Whether a value has a mask.</summary>
    /// <param name="x">The value.</param>
    /// <returns>True where somebody said which of its positions are present.</returns>
    public static bool IsMasked(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Mask is not null;
    }

    /// <summary>The values repeated up to a shape; a batch stays.</summary>
    /// <param name="x">The values.</param>
    /// <param name="shape">The shape.</param>
    /// <returns>The values in that shape.</returns>
    public static Tensor Broadcast(Tensor x, params int[] shape) => Ops.BroadcastTo(x, x.Extents.With(shape));

    /// <summary>The axes in another order.</summary>
    /// <param name="x">The values.</param>
    /// <param name="permutation">For each axis of the result, the axis of the input.</param>
    /// <returns>The values, rearranged.</returns>
    public static Tensor Permute(Tensor x, params int[] permutation)
    {
        var order = Enumerable.Range(0, permutation.Length).ToArray();
        for (int axis = 0; axis < permutation.Length; axis++)
        {
            int at = Array.IndexOf(order, permutation[axis]);
            if (at != axis)
            {
                x = Ops.Transpose(x, axis, at);
                (order[axis], order[at]) = (order[at], order[axis]);
            }
        }

        return x;
    }

    /// <summary>A range of one axis.</summary>
    /// <param name="x">The values.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="start">The first.</param>
    /// <param name="length">How many.</param>
    /// <returns>The part.</returns>
    public static Tensor Slice(Tensor x, int axis, int start, int length)
    {
        var slices = Enumerable.Repeat((NetGen.Slice)(..), x.Shape.Count).ToArray();
        slices[axis] = start..(start + length);
        return Ops.Part(x, slices);
    }

    /// <summary>The steps of a recurrence as a sequence: a new first axis.</summary>
    /// <param name="steps">One tensor per step, all of one shape.</param>
    /// <returns>[steps, …].</returns>
    public static Tensor Stack(Tensor[] steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return Ops.Concat(0, [.. steps.Select(step => Ops.Reshape(step, [1, .. step.Shape]))]);
    }

    /// <summary>Zeros before and after along one axis.</summary>
    /// <param name="x">The values.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="before">How many before.</param>
    /// <param name="after">How many after.</param>
    /// <returns>The longer tensor.</returns>
    public static Tensor Pad(Tensor x, int axis, int before, int after)
    {
        Tensor[] parts = [.. Zeros(before), x, .. Zeros(after)];
        return Ops.Concat(axis, parts);

        IEnumerable<Tensor> Zeros(int count)
        {
            var shape = x.Shape.ToArray();
            shape[axis] = count;
            return count == 0 ? [] : [Broadcast(0, shape)];
        }
    }

    /// <summary>What each position of a window sees of an image.</summary>
    /// <param name="x">[height, width, channels].</param>
    /// <param name="shape">The window.</param>
    /// <returns>[rows, columns, taps, channels] or, joined, [rows, columns, taps * channels].</returns>
    public static Tensor Patches(Tensor x, WindowShape shape) => Ops.Patches(x, shape);

    /// <summary>The sum, at each position of an image, of what a window's results have there.</summary>
    /// <param name="x">What <see cref="Patches"/> gives.</param>
    /// <param name="shape">The window.</param>
    /// <returns>[height, width, channels].</returns>
    public static Tensor Fold(Tensor x, WindowShape shape) => Ops.Fold(x, shape);

    /// <summary>Rows of a table by their numbers; no gradient flows to the row of the padding.</summary>
    /// <param name="table">[n, features], without a batch.</param>
    /// <param name="numbers">[k].</param>
    /// <param name="padding">The number of that row, or -1.</param>
    /// <returns>[k, features].</returns>
    public static Tensor Gather(Tensor table, Tensor numbers, int padding)
    {
        if (padding < 0)
        {
            return Ops.Gather(table, numbers);
        }

        var isPadding = Ops.Equal(numbers, padding);
        return Ops.Gather(table, Ops.Where(isPadding, -1, numbers)) + Ops.Gather(Ops.Detach(table), Ops.Where(isPadding, numbers, -1));
    }

    /// <summary>Rows added up by their numbers, over the batch.</summary>
    /// <param name="rows">[k, features].</param>
    /// <param name="numbers">[k].</param>
    /// <param name="count">Rows of the result.</param>
    /// <param name="padding">The number whose rows are left out, or -1.</param>
    /// <returns>[count, features], without a batch.</returns>
    public static Tensor ScatterAdd(Tensor rows, Tensor numbers, int count, int padding) =>
        Ops.Scatter(rows, padding < 0 ? numbers : Ops.Where(Ops.Equal(numbers, padding), -1, numbers), new Extents([count, rows.Shape[^1]], 0));

    /// <summary>A weight of a window as the matrix that patches are multiplied by.</summary>
    /// <param name="weight">[outputs, channels, taps...], as in the file.</param>
    /// <returns>[outputs, taps * channels].</returns>
    public static Tensor WindowWeight(Tensor weight)
    {
        int outputs = weight.Shape[0], channels = weight.Shape[1];
        return Ops.Reshape(Permute(Ops.Reshape(weight, outputs, channels, -1), 0, 2, 1), outputs, -1);
    }

    /// <summary>The sum over the batch.</summary>
    /// <param name="x">A batch.</param>
    /// <returns>One sample's shape, without a batch.</returns>
    public static Tensor SumBatch(Tensor x) => Ops.SumTo(x, new Extents([.. x.Shape], 0));

    /// <summary>The sum over the batch and all axes but the last.</summary>
    /// <param name="x">A batch.</param>
    /// <returns>[features], without a batch.</returns>
    public static Tensor SumRows(Tensor x) => Ops.SumTo(x, new Extents([x.Shape.Count == 0 ? 1 : x.Shape[^1]], 0));

    /// <summary>xᵀ y, summed over the batch and all rows.</summary>
    /// <param name="x">Rows of n features.</param>
    /// <param name="y">As many rows of m features.</param>
    /// <returns>[n, m], without a batch.</returns>
    public static Tensor SumOfProducts(Tensor x, Tensor y)
    {
        int rows = x.Extents.Size / x.Shape[^1];
        var (left, right) = (Ops.Reshape(x, rows, x.Shape[^1]), Ops.Reshape(y, rows, y.Shape[^1]));
        return SumBatch(Ops.MatMul(Ops.Transpose(left), right));
    }
}
