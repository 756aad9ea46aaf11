using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

// The heads of an attention: some features of all rows of a sample.
public static partial class Panels
{
    /// <summary>Copies some features of each row, between values whose panels are differently far apart. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="from">First element of the source's first row.</param>
    /// <param name="fromPanel">Elements from one panel of the source to the next.</param>
    /// <param name="fromFeature">The first feature to copy.</param>
    /// <param name="to">First element of the target's first row.</param>
    /// <param name="toPanel">Elements from one panel of the target to the next.</param>
    /// <param name="toFeature">Where to.</param>
    /// <param name="count">How many features.</param>
    /// <param name="rows">How many rows.</param>
    public static void CopyHead<T>(ref T from, nint fromPanel, int fromFeature, ref T to, nint toPanel, int toFeature, int count, int rows)
        where T : unmanaged
    {
        while (count > 0)
        {
            var (source, target) = (fromFeature % Width<T>(), toFeature % Width<T>());
            var piece = Math.Min(count, Width<T>() - Math.Max(source, target));
            ref var sourcePanel = ref Unsafe.Add(ref from, (fromFeature / Width<T>() * fromPanel) + source);
            ref var targetPanel = ref Unsafe.Add(ref to, (toFeature / Width<T>() * toPanel) + target);
            for (var row = 0; row < rows; row++)
            {
                CopyPart(ref Unsafe.Add(ref sourcePanel, (nint)row * Width<T>()), ref Unsafe.Add(ref targetPanel, (nint)row * Width<T>()), piece);
            }

            (fromFeature, toFeature, count) = (fromFeature + piece, toFeature + piece, count - piece);
        }
    }

    /// <summary>Puts a row into panels of a row per column, as <see cref="TransposeHead"/> has them. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="from">First element of the row.</param>
    /// <param name="fromPanel">Elements from one panel of the row to the next.</param>
    /// <param name="first">The first feature to take.</param>
    /// <param name="features">How many.</param>
    /// <param name="to">First element of the target, <c>[rows/PW][features][PW]</c>.</param>
    /// <param name="column">Which row it is there.</param>
    public static void AppendKey<T>(ref T from, nint fromPanel, int first, int features, ref T to, int column)
        where T : unmanaged
    {
        ref var target = ref Unsafe.Add(ref to, ((nint)(column / Width<T>()) * features * Width<T>()) + (column % Width<T>()));
        for (var feature = 0; feature < features; feature++)
        {
            Unsafe.Add(ref target, (nint)feature * Width<T>()) = Unsafe.Add(ref from, ((first + feature) / Width<T>() * fromPanel) + ((first + feature) % Width<T>()));
        }
    }

    /// <summary>Brings rows into panels of a row per column, one feature after the other. Columns behind the last row are left as they are, or zero. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="from">First element of the first row.</param>
    /// <param name="fromPanel">Elements from one panel to the next.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="features">Features of a row.</param>
    /// <param name="to">First element of the target, <c>[rows/PW][features][PW]</c>.</param>
    public static void TransposeHead<T>(ref T from, nint fromPanel, int rows, int features, ref T to)
        where T : unmanaged
    {
        for (var row = 0; row < rows; row += Width<T>())
        {
            ref var target = ref Unsafe.Add(ref to, (nint)row * features);
            for (var feature = 0; feature < features; feature += Width<T>())
            {
                ref var source = ref Unsafe.Add(ref from, (feature / Width<T>() * fromPanel) + ((nint)row * Width<T>()));
                Transposition.Run(ref source, Width<T>(), ref Unsafe.Add(ref target, (nint)feature * Width<T>()), Width<T>(), Math.Min(Width<T>(), rows - row), Math.Min(Width<T>(), features - feature));
            }
        }
    }
}
