namespace NetGen;

/// <summary>The places of a window that moves over inputs of any shape, so that every input is covered.</summary>
internal sealed class OcclusionWindows
{
    private readonly int[] _shape;
    private readonly int[] _extents;
    private readonly int[][] _starts;

    /// <exception cref="ArgumentException">Shape, window or stride do not fit the network or each other.</exception>
    public OcclusionWindows(NetworkInfo network, OcclusionOptions options)
    {
        _shape = [.. options.Shape ?? network.InputShape];
        if (_shape.Any(extent => extent < 1) || _shape.Aggregate(1L, (product, extent) => product * extent) != network.InputSize)
        {
            throw new ArgumentException($"{network.Name} has {network.InputSize} inputs, which cannot be seen as {Shapes.Format(_shape)} (options.Shape).", nameof(options));
        }

        // A single position, in all channels where there are some.
        int[] window = [.. options.Window ?? [.. Enumerable.Repeat(1, Math.Max(1, _shape.Length - 1))]];
        int[] stride = [.. options.Stride ?? [.. Enumerable.Repeat(1, window.Length)]];
        Require(window, stride);
        int whole = _shape.Length - window.Length;
        _extents = [.. _shape.Take(whole), .. window];
        _starts = [.. _shape.Select((extent, axis) => axis < whole ? [0] : Starts(extent, _extents[axis], stride[axis - whole]))];
        Count = _starts.Aggregate(1, (product, starts) => checked(product * starts.Length));
        Size = _extents.Aggregate(1, (product, extent) => product * extent);
    }

    /// <summary>The number of places.</summary>
    public int Count { get; }

    /// <summary>The number of inputs that the window covers.</summary>
    public int Size { get; }

    /// <summary>Which inputs the window covers at one of its places.</summary>
    public void Cover(int place, Span<int> inputs)
    {
        inputs[..Size].Clear();
        int stride = 1, repeat = 1;
        for (int axis = _shape.Length - 1; axis >= 0; axis--)
        {
            int start = _starts[axis][place % _starts[axis].Length];
            place /= _starts[axis].Length;
            for (int i = 0; i < Size; i++)
            {
                inputs[i] += (start + (i / repeat % _extents[axis])) * stride;
            }

            stride *= _shape[axis];
            repeat *= _extents[axis];
        }
    }

    // The last place is moved back where the stride does not divide the way, so that nothing remains uncovered and every window is whole.
    private static int[] Starts(int extent, int window, int stride)
    {
        int last = extent - window;
        return [.. Enumerable.Range(0, ((last + stride - 1) / stride) + 1).Select(step => Math.Min(step * stride, last))];
    }

    private void Require(int[] window, int[] stride)
    {
        if (window.Length == 0 || window.Length > _shape.Length)
        {
            throw new ArgumentException($"options.Window has {window.Length} extents; inputs of shape {Shapes.Format(_shape)} take 1 to {_shape.Length}.", nameof(window));
        }

        if (stride.Length != window.Length)
        {
            throw new ArgumentException($"options.Stride has {stride.Length} extents, options.Window {window.Length}: give one for each.", nameof(stride));
        }

        for (int axis = 0; axis < window.Length; axis++)
        {
            int extent = _shape[_shape.Length - window.Length + axis];
            if (window[axis] < 1 || window[axis] > extent)
            {
                throw new ArgumentException($"The window {Shapes.Format(window)} does not fit into {Shapes.Format(_shape)}: extent {axis} is {window[axis]} and must be 1 to {extent}.", nameof(window));
            }

            if (stride[axis] < 1 || stride[axis] > window[axis])
            {
                throw new ArgumentException($"Stride {axis} is {stride[axis]} and must be 1 to {window[axis]}, the extent of the window: otherwise some inputs are never covered.", nameof(stride));
            }
        }
    }
}
