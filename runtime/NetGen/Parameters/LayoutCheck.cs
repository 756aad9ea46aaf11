namespace NetGen.Runtime;

/// <summary>Measures the blocks that a list of layouts asks for, and refuses layouts through which kernels would write over each other.</summary>
internal static class LayoutCheck
{
    /// <summary>The lengths of the parameters' part of the kernel block and of the block of transposed weights, in values.</summary>
    public static (int Kernel, int Transposed) Measure<T>(string network, ParameterLayout[] layouts)
        where T : unmanaged
    {
        int file = 0;
        foreach (ParameterLayout layout in layouts)
        {
            int length = layout.Shape.Aggregate(1, (product, dimension) => checked(product * dimension));
            bool matrix = layout.Kind == ParameterKind.Matrix;
            Require(layout.Kind != ParameterKind.Counter, network, layout, "is a counter, which only a buffer can be");
            Require(layout.Shape.All(dimension => dimension > 0), network, layout, "has a dimension below 1");
            Require(!matrix || layout.Shape.Length == 2 || (layout.Taps > 0 && layout.Shape.Length > 2), network, layout, "is a matrix without two dimensions");
            Require(layout.Taps == 0 || (matrix && layout.Inputs % layout.Taps == 0), network, layout, $"has not {layout.Taps} taps");
            Require(layout.Offset == file, network, layout, $"starts at {layout.Offset} in the file, not at {file}");
            int padded = matrix ? Panels.WeightLength<T>(layout.Shape[0], layout.Inputs) : Panels.RoundUp<T>(length);
            Require(layout.KernelLength == padded, network, layout, $"has {layout.KernelLength} kernel values, not {padded}");
            Require(matrix || layout.TransposedOffset < 0, network, layout, "is transposed without being a matrix");
            file += length;
        }

        return (
            Extent<T>(network, "kernel", layouts.Select(layout => (layout, layout.KernelOffset, layout.KernelLength))),
            Extent<T>(
                network,
                "transposed",
                layouts.Where(layout => layout.TransposedOffset >= 0)
                    .Select(layout => (layout, layout.TransposedOffset, Panels.WeightLength<T>(layout.Inputs, layout.Shape[0])))));
    }

    /// <summary>The length of the kernel block with the buffers, which lie behind the parameters.</summary>
    /// <param name="network">The network's name, for messages.</param>
    /// <param name="buffers">The buffers.</param>
    /// <param name="kernel">Where the parameters end.</param>
    public static int MeasureBuffers<T>(string network, ParameterLayout[] buffers, int kernel)
        where T : unmanaged
    {
        foreach (ParameterLayout layout in buffers)
        {
            bool counter = layout.Kind == ParameterKind.Counter;
            Require(counter || layout.Kind == ParameterKind.Vector, network, layout, "is a buffer, but neither a vector nor a counter", "Buffer");
            Require(layout.Shape.Length == (counter ? 0 : 1) && layout.Shape.All(dimension => dimension > 0), network, layout, "is a vector without its one dimension, or a counter with one", "Buffer");
            int padded = counter ? 0 : Panels.RoundUp<T>(layout.Shape[0]);
            Require(layout.KernelLength == padded, network, layout, $"has {layout.KernelLength} kernel values, not {padded}", "Buffer");
            Require(layout.TransposedOffset < 0, network, layout, "is transposed without being a matrix", "Buffer");
        }

        IEnumerable<(ParameterLayout, int, int)> vectors = buffers.Where(layout => layout.Kind == ParameterKind.Vector).Select(layout => (layout, layout.KernelOffset, layout.KernelLength));
        return Extent<T>(network, "kernel", vectors, kernel, "Buffer");
    }

    /// <summary>The end of the last of several pieces, which may stand in any order but on cache lines and without overlap.</summary>
    private static int Extent<T>(string network, string block, IEnumerable<(ParameterLayout Layout, int Start, int Length)> pieces, int begin = 0, string kind = "Parameter")
        where T : unmanaged
    {
        int end = begin;
        foreach ((ParameterLayout layout, int start, int length) in pieces.OrderBy(piece => piece.Start))
        {
            Require(start >= end, network, layout, $"starts at {start} in the {block} block, where another one ends at {end}", kind);
            Require(start % Panels.Half<T>() == 0, network, layout, $"starts at {start} in the {block} block, off a cache line", kind);
            end = checked(start + length);
        }

        return end;
    }

    private static void Require(bool condition, string network, ParameterLayout layout, string problem, string kind = "Parameter")
    {
        if (!condition)
        {
            throw new ArgumentException($"{kind} '{layout.Name}' of {network} {problem}.", nameof(layout));
        }
    }
}
