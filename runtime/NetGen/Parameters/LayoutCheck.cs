namespace NetGen.Runtime;

/// <summary>Measures the blocks that a list of layouts asks for, and refuses layouts through which kernels would write over each other.</summary>
internal static class LayoutCheck
{
    /// <summary>The lengths of the kernel block and of the block of transposed weights, in values.</summary>
    public static (int Kernel, int Transposed) Measure<T>(string network, ParameterLayout[] layouts)
        where T : unmanaged
    {
        int file = 0;
        foreach (ParameterLayout layout in layouts)
        {
            int length = layout.Shape.Aggregate(1, (product, dimension) => checked(product * dimension));
            bool matrix = layout.Kind == ParameterKind.Matrix;
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

    /// <summary>The end of the last of several pieces, which may stand in any order but on cache lines and without overlap.</summary>
    private static int Extent<T>(string network, string block, IEnumerable<(ParameterLayout Layout, int Start, int Length)> pieces)
        where T : unmanaged
    {
        int end = 0;
        foreach ((ParameterLayout layout, int start, int length) in pieces.OrderBy(piece => piece.Start))
        {
            Require(start >= end, network, layout, $"starts at {start} in the {block} block, where another one ends at {end}");
            Require(start % Panels.Half<T>() == 0, network, layout, $"starts at {start} in the {block} block, off a cache line");
            end = checked(start + length);
        }

        return end;
    }

    private static void Require(bool condition, string network, ParameterLayout layout, string problem)
    {
        if (!condition)
        {
            throw new ArgumentException($"Parameter '{layout.Name}' of {network} {problem}.", nameof(layout));
        }
    }
}
