using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

// Values moved along axes, from panels to panels.
public static partial class Panels
{
    /// <summary>Copies whole rows: of every block of rows a part, to a part of every block of the target. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="from">First element of the source.</param>
    /// <param name="fromBlock">Rows of a block of the source.</param>
    /// <param name="fromRow">The first row of a block to copy.</param>
    /// <param name="to">First element of the target.</param>
    /// <param name="toBlock">Rows of a block of the target.</param>
    /// <param name="toRow">Where in a block to copy to.</param>
    /// <param name="rows">Rows to copy, of each block.</param>
    /// <param name="features">Features of a row.</param>
    /// <param name="first">First block to copy.</param>
    /// <param name="last">Block behind the last one to copy.</param>
    /// <param name="blocks">Blocks of both.</param>
    public static void CopyRows<T>(
        ref T from, int fromBlock, int fromRow, ref T to, int toBlock, int toRow, int rows, int features, int first, int last, int blocks)
        where T : unmanaged
    {
        for (var panel = 0; panel * Width<T>() < features; panel++)
        {
            for (var block = first; block < last; block++)
            {
                ref var source = ref Unsafe.Add(ref from, ((((nint)panel * blocks) + block) * fromBlock + fromRow) * Width<T>());
                ref var target = ref Unsafe.Add(ref to, ((((nint)panel * blocks) + block) * toBlock + toRow) * Width<T>());
                for (var row = 0; row < rows; row++)
                {
                    CopyPanelRow(ref Unsafe.Add(ref source, (nint)row * Width<T>()), ref Unsafe.Add(ref target, (nint)row * Width<T>()));
                }
            }
        }
    }

    /// <summary>Sets whole rows of every block to zero. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="to">First element of the target.</param>
    /// <param name="toBlock">Rows of a block.</param>
    /// <param name="toRow">The first of them.</param>
    /// <param name="rows">How many of each block.</param>
    /// <param name="features">Features of a row.</param>
    /// <param name="first">First block.</param>
    /// <param name="last">Block behind the last one.</param>
    /// <param name="blocks">Blocks of the target.</param>
    public static void ClearRows<T>(ref T to, int toBlock, int toRow, int rows, int features, int first, int last, int blocks)
        where T : unmanaged
    {
        for (var panel = 0; panel * Width<T>() < features; panel++)
        {
            for (var block = first; block < last; block++)
            {
                for (var row = 0; row < rows; row++)
                {
                    ClearPanelRow(ref Unsafe.Add(ref to, ((((nint)panel * blocks) + block) * toBlock + toRow + row) * Width<T>()));
                }
            }
        }
    }

    /// <summary>Copies a range of features of each row, to any place in the rows of the target. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="from">First element of the source.</param>
    /// <param name="fromFeature">The first feature to copy.</param>
    /// <param name="to">First element of the target.</param>
    /// <param name="toFeature">Where to.</param>
    /// <param name="count">How many features.</param>
    /// <param name="first">First row to copy.</param>
    /// <param name="last">Row behind the last one to copy.</param>
    /// <param name="rows">Rows of both.</param>
    public static void CopyFeatures<T>(ref T from, int fromFeature, ref T to, int toFeature, int count, int first, int last, int rows)
        where T : unmanaged
    {
        // In pieces that cross no panel border on either side.
        while (count > 0)
        {
            var (source, target) = (fromFeature % Width<T>(), toFeature % Width<T>());
            var piece = Math.Min(count, Width<T>() - Math.Max(source, target));
            ref var sourcePanel = ref Unsafe.Add(ref from, ((nint)(fromFeature / Width<T>()) * rows * Width<T>()) + source);
            ref var targetPanel = ref Unsafe.Add(ref to, ((nint)(toFeature / Width<T>()) * rows * Width<T>()) + target);
            for (var row = first; row < last; row++)
            {
                CopyPart(ref Unsafe.Add(ref sourcePanel, (nint)row * Width<T>()), ref Unsafe.Add(ref targetPanel, (nint)row * Width<T>()), piece);
            }

            (fromFeature, toFeature, count) = (fromFeature + piece, toFeature + piece, count - piece);
        }
    }

    /// <summary>Sets a range of features of each row to zero. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="to">First element of the target.</param>
    /// <param name="feature">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="first">First row.</param>
    /// <param name="last">Row behind the last one.</param>
    /// <param name="rows">Rows of the target.</param>
    public static void ClearFeatures<T>(ref T to, int feature, int count, int first, int last, int rows)
        where T : unmanaged
    {
        for (var end = feature + count; feature < end; feature++)
        {
            ref var column = ref Unsafe.Add(ref to, ((nint)(feature / Width<T>()) * rows * Width<T>()) + (feature % Width<T>()));
            for (var row = first; row < last; row++)
            {
                Unsafe.Add(ref column, (nint)row * Width<T>()) = default;
            }
        }
    }

    /// <summary>Copies a value with its axes in another order. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="from">First element of the source.</param>
    /// <param name="fromRows">Rows per sample of the source.</param>
    /// <param name="to">First element of the target.</param>
    /// <param name="extents">The axes of the target.</param>
    /// <param name="steps">For each of them, by how many rows of the source it steps; 0 for the axis of the source's features.</param>
    /// <param name="features">Which of them that is.</param>
    /// <param name="first">First sample.</param>
    /// <param name="last">Sample behind the last one.</param>
    /// <param name="batch">Samples of both.</param>
    public static void Permute<T>(
        ref T from, int fromRows, ref T to, ReadOnlySpan<int> extents, ReadOnlySpan<int> steps, int features, int first, int last, int batch)
        where T : unmanaged
    {
        var (width, inner) = (Width<T>(), extents.Length - 1);
        var toRows = 1;
        for (var axis = 0; axis < inner; axis++)
        {
            toRows *= extents[axis];
        }

        for (var sample = first; sample < last; sample++)
        {
            for (var row = 0; row < toRows; row++)
            {
                var (sourceRow, sourceFeature) = ((nint)sample * fromRows, 0);
                for (int axis = inner - 1, rest = row; axis >= 0; rest /= extents[axis], axis--)
                {
                    var index = rest % extents[axis];
                    (sourceRow, sourceFeature) = axis == features ? (sourceRow, index) : (sourceRow + (index * steps[axis]), sourceFeature);
                }

                ref var target = ref Unsafe.Add(ref to, (((nint)sample * toRows) + row) * width);
                ref var source = ref Unsafe.Add(ref from, ((((nint)(sourceFeature / width) * fromRows * batch) + sourceRow) * width) + (sourceFeature % width));
                var (panel, step) = inner == features ? ((nint)fromRows * batch * width, 1) : ((nint)0, steps[inner] * width);
                Gather(ref source, panel, step, ref target, (nint)toRows * batch * width, extents[inner]);
            }
        }
    }

    // A row of the target, from features of a row or from one feature of several rows.
    private static void Gather<T>(ref T source, nint panel, nint step, ref T target, nint targetPanel, int count)
        where T : unmanaged
    {
        for (var index = 0; index < RoundUp<T>(count); index++)
        {
            var from = panel != 0 ? (index / Width<T>() * panel) + (index % Width<T>()) : index * step;
            Unsafe.Add(ref target, (index / Width<T>() * targetPanel) + (index % Width<T>())) = index < count ? Unsafe.Add(ref source, from) : default;
        }
    }
}
