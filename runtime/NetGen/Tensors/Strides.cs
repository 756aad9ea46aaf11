using System.Numerics.Tensors;

namespace NetGen.Runtime;

/// <summary>
/// Where values lie. All operations that move values rather than compute them are a list of offsets: entry i says where the i-th value of one tensor lies in the other.
/// </summary>
internal static class Strides
{
    /// <summary>For every value of <paramref name="to"/>, where in <paramref name="from"/> it comes from, when <paramref name="from"/> is broadcast.</summary>
    public static int[] Offsets(Extents from, Extents to)
    {
        var dims = Full(to, to.Rank);
        var source = Full(from, to.Rank);
        var strides = RowMajor(source);
        for (int axis = 0; axis < dims.Length; axis++)
        {
            strides[axis] = source[axis] == 1 ? 0 : strides[axis];
        }

        return Walk(dims, strides);
    }

    /// <summary>The batch, then as many ones as it takes to reach the rank, then the shape.</summary>
    public static int[] Full(Extents extents, int rank) => [extents.Samples, .. Enumerable.Repeat(1, rank - extents.Rank), .. extents.Shape];

    /// <summary>How far neighbours of each axis are apart.</summary>
    public static int[] RowMajor(int[] dims)
    {
        var strides = new int[dims.Length];
        for (int axis = dims.Length - 1, step = 1; axis >= 0; axis--)
        {
            strides[axis] = step;
            step *= dims[axis];
        }

        return strides;
    }

    /// <summary>
    /// The offsets of all positions of <paramref name="dims"/>, in row-major order. Those of the last axes are known first; each further axis repeats them, a stride apart.
    /// </summary>
    public static int[] Walk(ReadOnlySpan<int> dims, ReadOnlySpan<int> strides)
    {
        var offsets = new int[checked((int)TensorPrimitives.Product(dims))];
        int known = 1;
        for (int axis = dims.Length - 1; axis >= 0; axis--)
        {
            for (int position = 1; position < dims[axis]; position++)
            {
                TensorPrimitives.Add(offsets.AsSpan(0, known), position * strides[axis], offsets.AsSpan(position * known, known));
            }

            known *= dims[axis];
        }

        return offsets;
    }
}
