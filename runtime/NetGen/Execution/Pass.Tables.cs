using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <content>Gradients of tables whose rows were picked.</content>
public sealed partial class Pass<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>A block of a table's gradient, and its update: up to a panel of rows by a panel of features.</summary>
    /// <param name="parameter">The table.</param>
    /// <param name="chunk">Which chunk of the phase this is.</param>
    /// <param name="task">Which block: features within rows.</param>
    /// <param name="rows">First element of the gradient by the rows that were picked.</param>
    /// <param name="numbers">First element of their numbers.</param>
    /// <param name="picked">Rows per sample.</param>
    /// <param name="padding">The row of the table that has no gradient, or -1.</param>
    /// <param name="refresh">Whether the transposed copy follows the update.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void UpdateTable(int parameter, int chunk, int task, ref T rows, ref T numbers, int picked, int padding, bool refresh)
    {
        if (Storage.IsFrozen(parameter))
        {
            return;
        }

        var layout = Storage.Layouts[parameter];
        var (width, count, features) = (Runtime.Panels.Width<T>(), layout.Shape[0], layout.Inputs);
        var panels = (features + width - 1) / width;
        var (countPanel, featurePanel) = (task / panels, task % panels);
        var (used, height) = (Math.Min(width, count - (countPanel * width)), Math.Min(width, features - (featurePanel * width)));
        var columns = used <= Runtime.Panels.Half<T>() ? Runtime.Panels.Half<T>() : width;
        Span<T> sums = stackalloc T[width * width];
        sums.Clear();
        Runtime.Panels.AddByNumber(
            ref Unsafe.Add(ref rows, (nint)featurePanel * Batch * picked * width), ref numbers, picked, Batch, countPanel * width, used, padding, ref sums[0]);

        // Rows of the table are outputs of a weight; those behind the last one are zero.
        var at = layout.KernelOffset + (countPanel * features * width) + (featurePanel * width * columns);
        ref var gradient = ref Gradient(at, chunk);
        Transposition.Run(ref sums[0], width, ref gradient, columns, columns, height);
        if (Update(at, height * columns, ref gradient) && refresh)
        {
            Runtime.Panels.TransposeBlock(ref Parameter(layout.KernelOffset), features, count, featurePanel, countPanel, ref Transposed(layout.TransposedOffset));
        }
    }

    /// <summary>A block of rows added up by their numbers, as a value: up to a panel of rows by a panel of features.</summary>
    /// <param name="task">Which block: features within rows.</param>
    /// <param name="rows">First element of the rows that are added up.</param>
    /// <param name="numbers">First element of their numbers.</param>
    /// <param name="picked">Rows per sample.</param>
    /// <param name="count">Rows of the value.</param>
    /// <param name="features">Features of a row.</param>
    /// <param name="padding">The number whose rows are left out, or -1.</param>
    /// <param name="unit">Where the value lies.</param>
    public void ScatterAdd(int task, ref T rows, ref T numbers, int picked, int count, int features, int padding, int unit)
    {
        var width = Runtime.Panels.Width<T>();
        var panels = (features + width - 1) / width;
        var (first, panel) = (task / panels * width, task % panels);
        var used = Math.Min(width, count - first);
        ref var sums = ref Unsafe.Add(ref Fixed(unit), (((nint)panel * count) + first) * width);
        System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref sums, used * width).Clear();
        Runtime.Panels.AddByNumber(ref Unsafe.Add(ref rows, (nint)panel * Batch * picked * width), ref numbers, picked, Batch, first, used, padding, ref sums);
    }
}
