using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <content>Values that are the same for all samples: on their way from parameters, and back to them.</content>
public sealed partial class Pass<T>
{
    /// <summary>Panels of what is the same for all samples.</summary>
    /// <param name="unit">Offset in panels.</param>
    /// <returns>The first value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Fixed(int unit) => ref Memory.At<T>(_fixed + ((nint)unit * 128));

    /// <summary>Copies a parameter into panels: a row of the last axis after the other, as activations lie.</summary>
    /// <param name="parameter">Its index.</param>
    /// <param name="unit">Where to.</param>
    public void Stage(int parameter, int unit)
    {
        var layout = Storage.Layouts[parameter];
        var (rows, features) = RowsOf(layout);
        ref var from = ref Parameter(layout.KernelOffset);
        ref var to = ref Fixed(unit);
        if (layout.Kind == ParameterKind.Matrix)
        {
            Runtime.Panels.WeightToRows(ref from, rows, features, ref to);
        }
        else
        {
            Runtime.Panels.PackRows(ref from, rows, features, ref to, 0, rows, rows);
        }
    }

    /// <summary>Writes the number of samples.</summary>
    /// <param name="unit">Where to.</param>
    public void Count(int unit)
    {
        // Behind it the row is zero, as behind any last feature.
        System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref Fixed(unit), Runtime.Panels.Width<T>()).Clear();
        if (typeof(T) == typeof(float))
        {
            Unsafe.As<T, float>(ref Fixed(unit)) = Batch;
        }
        else
        {
            Unsafe.As<T, double>(ref Fixed(unit)) = Batch;
        }
    }

    /// <summary>Brings a finished gradient into the layout of weights, block by block, and hands it to the optimizer.</summary>
    /// <param name="parameter">Whose gradient.</param>
    /// <param name="unit">Where it lies, in panels.</param>
    /// <param name="refresh">Whether the transposed copy follows the update.</param>
    public void HandOver(int parameter, int unit, bool refresh)
    {
        if (Storage.IsFrozen(parameter))
        {
            return;
        }

        var layout = Storage.Layouts[parameter];
        var (rows, features) = RowsOf(layout);
        if (layout.Kind == ParameterKind.Matrix)
        {
            HandOverMatrix(layout, rows, features, ref Fixed(unit), refresh);
            return;
        }

        // Blocks are as long as a block of a matrix, the most that a chunk has room for.
        var block = Runtime.Panels.Width<T>() * Runtime.Panels.Width<T>();
        for (var first = 0; first < layout.KernelLength; first += block)
        {
            var count = Math.Min(block, layout.KernelLength - first);
            ref var gradient = ref Gradient(layout.KernelOffset + first, 0);
            Runtime.Panels.RowsToValues(ref Fixed(unit), rows, features, first, ref gradient, count);
            Update(layout.KernelOffset + first, count, ref gradient);
        }
    }

    /// <summary>
    /// Replaces what training gathers, if this is a step: losses, gradients and predictions leave it as it is. Where the buffer behind it is the counter of its layer,
    /// a batch is counted.
    /// </summary>
    /// <param name="buffer">Its position among the buffers.</param>
    /// <param name="unit">Where the new values lie, in panels: a row.</param>
    public void UpdateBuffer(int buffer, int unit)
    {
        if (!UpdatesBuffers)
        {
            return;
        }

        var layout = Storage.BufferLayouts[buffer];
        Runtime.Panels.UnpackRows(ref Fixed(unit), 1, ref Parameter(layout.KernelOffset), 1, layout.Shape[0], 0, 1);
        Storage.CountBatch(buffer);
    }

    private void HandOverMatrix(ParameterLayout layout, int outputs, int inputs, ref T value, bool refresh)
    {
        var width = Runtime.Panels.Width<T>();
        for (var outputPanel = 0; outputPanel * width < outputs; outputPanel++)
        {
            var columns = outputs - (outputPanel * width) <= Runtime.Panels.Half<T>() ? Runtime.Panels.Half<T>() : width;
            for (var inputPanel = 0; inputPanel * width < inputs; inputPanel++)
            {
                var height = Math.Min(width, inputs - (inputPanel * width));
                var at = layout.KernelOffset + (outputPanel * inputs * width) + (inputPanel * width * columns);
                ref var gradient = ref Gradient(at, 0);
                Runtime.Panels.RowsToWeight(ref value, outputs, outputPanel * width, inputPanel, ref gradient, height, columns);
                if (Update(at, height * columns, ref gradient) && refresh)
                {
                    Runtime.Panels.TransposeBlock(ref Parameter(layout.KernelOffset), inputs, outputs, inputPanel, outputPanel, ref Transposed(layout.TransposedOffset));
                }
            }
        }
    }

    /// <summary>Draws normal numbers into panels: each a function of seed, stream, step, row and feature alone.</summary>
    /// <param name="panels">The first panel of the first row.</param>
    /// <param name="features">Features of a row.</param>
    /// <param name="from">First row.</param>
    /// <param name="to">Row behind the last one.</param>
    /// <param name="rows">Rows of the value.</param>
    /// <param name="stream">Which stream of numbers.</param>
    public void Normal(ref T panels, int features, int from, int to, int rows, int stream)
    {
        for (var row = from; row < to; row++)
        {
            ref var first = ref Unsafe.Add(ref panels, (nint)row * Runtime.Panels.Width<T>());
            var stride = (nint)rows * Runtime.Panels.Width<T>();
            if (typeof(T) == typeof(float))
            {
                NormalNumbers.Row(ref Unsafe.As<T, float>(ref first), stride, features, MaskSeed, (uint)stream, (uint)row, MaskStep);
            }
            else
            {
                NormalNumbers.Row(ref Unsafe.As<T, double>(ref first), stride, features, MaskSeed, (uint)stream, (uint)row, MaskStep);
            }
        }
    }

    private static (int Rows, int Features) RowsOf(ParameterLayout layout)
    {
        if (layout.Kind == ParameterKind.Matrix)
        {
            return (layout.Shape[0], layout.Inputs);
        }

        var shape = layout.Shape;
        var features = shape.Length == 0 ? 1 : shape[^1];
        var count = 1;
        foreach (var extent in shape)
        {
            count *= extent;
        }

        return (count / features, features);
    }
}
