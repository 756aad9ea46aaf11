using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

public static partial class Panels
{
    /// <summary>
    /// Copies rows of a row-major array into activation panels; lanes behind the last feature and rows behind the last
    /// row of the array become zero. Reads nothing beyond the array. Nothing is checked.
    /// </summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="rows">First element of the array <c>[batch, features]</c>.</param>
    /// <param name="batch">Rows of the array.</param>
    /// <param name="features">Features of a row, 1 or more.</param>
    /// <param name="panels">First element of the activation.</param>
    /// <param name="row0">First row to copy.</param>
    /// <param name="row1">Row behind the last one to copy; may lie beyond <paramref name="batch"/>, not beyond <paramref name="totalRows"/>.</param>
    /// <param name="totalRows">Rows of the activation.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackRows<T>(ref T rows, int batch, int features, ref T panels, int row0, int row1, int totalRows)
        where T : unmanaged
    {
        int real = Math.Min(row1, batch);
        for (int first = 0; first < features; first += Width<T>())
        {
            ref T panel = ref Unsafe.Add(ref panels, (nint)first * totalRows);
            int used = Math.Min(Width<T>(), features - first);
            ref T from = ref Unsafe.Add(ref rows, ((nint)row0 * features) + first);
            ref T to = ref Unsafe.Add(ref panel, (nint)row0 * Width<T>());
            for (int row = row0; row < real; row++)
            {
                if (used == Width<T>())
                {
                    CopyPanelRow(ref from, ref to);
                }
                else if (used == Vector128<T>.Count)
                {
                    // Four floats, two doubles: a frequent width of small networks, one instruction to read and to pad.
                    Vector128<T> all = Vector128.LoadUnsafe(ref from);
                    Vector512.Create(Vector256.Create(all, Vector128<T>.Zero), Vector256<T>.Zero).StoreUnsafe(ref to);
                    Vector512<T>.Zero.StoreUnsafe(ref to, (nuint)Vector512<T>.Count);
                }
                else
                {
                    ClearPanelRow(ref to);
                    CopyPart(ref from, ref to, used);
                }

                from = ref Unsafe.Add(ref from, features);
                to = ref Unsafe.Add(ref to, Width<T>());
            }

            for (int row = Math.Max(row0, real); row < row1; row++)
            {
                ClearPanelRow(ref Unsafe.Add(ref panel, (nint)row * Width<T>()));
            }
        }
    }

    /// <summary>Copies rows of activation panels into a row-major array, the inverse of <see cref="PackRows{T}"/>. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="panels">First element of the activation.</param>
    /// <param name="totalRows">Rows of the activation.</param>
    /// <param name="rows">First element of the array <c>[batch, features]</c>.</param>
    /// <param name="batch">Rows of the array; nothing is written beyond them.</param>
    /// <param name="features">Features of a row, 1 or more.</param>
    /// <param name="row0">First row to copy.</param>
    /// <param name="row1">Row behind the last one to copy.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void UnpackRows<T>(ref T panels, int totalRows, ref T rows, int batch, int features, int row0, int row1)
        where T : unmanaged
    {
        int real = Math.Min(row1, batch);
        for (int first = 0; first < features; first += Width<T>())
        {
            ref T panel = ref Unsafe.Add(ref panels, (nint)first * totalRows);
            int used = Math.Min(Width<T>(), features - first);
            for (int row = row0; row < real; row++)
            {
                ref T from = ref Unsafe.Add(ref panel, (nint)row * Width<T>());
                ref T to = ref Unsafe.Add(ref rows, ((nint)row * features) + first);
                if (used == Width<T>())
                {
                    CopyPanelRow(ref from, ref to);
                }
                else
                {
                    CopyPart(ref from, ref to, used);
                }
            }
        }
    }

    // The 128 bytes of a whole panel row.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyPanelRow<T>(ref T from, ref T to)
        where T : unmanaged
    {
        ref byte source = ref Unsafe.As<T, byte>(ref from);
        ref byte target = ref Unsafe.As<T, byte>(ref to);
        Vector256<byte> a = Vector256.LoadUnsafe(ref source);
        Vector256<byte> b = Vector256.LoadUnsafe(ref source, 32);
        Vector256<byte> c = Vector256.LoadUnsafe(ref source, 64);
        Vector256<byte> d = Vector256.LoadUnsafe(ref source, 96);
        a.StoreUnsafe(ref target);
        b.StoreUnsafe(ref target, 32);
        c.StoreUnsafe(ref target, 64);
        d.StoreUnsafe(ref target, 96);
    }

    // A row of 16 bytes, as the smallest networks have them, and zeros behind it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyVectorRow<T>(ref T from, ref T to)
        where T : unmanaged
    {
        ref byte target = ref Unsafe.As<T, byte>(ref to);
        Vector256<byte> row = Vector128.LoadUnsafe(ref Unsafe.As<T, byte>(ref from)).ToVector256();
        row.StoreUnsafe(ref target);
        Vector256<byte>.Zero.StoreUnsafe(ref target, 32);
        Vector256<byte>.Zero.StoreUnsafe(ref target, 64);
        Vector256<byte>.Zero.StoreUnsafe(ref target, 96);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ClearPanelRow<T>(ref T to)
        where T : unmanaged
    {
        ref byte target = ref Unsafe.As<T, byte>(ref to);
        Vector256<byte>.Zero.StoreUnsafe(ref target);
        Vector256<byte>.Zero.StoreUnsafe(ref target, 32);
        Vector256<byte>.Zero.StoreUnsafe(ref target, 64);
        Vector256<byte>.Zero.StoreUnsafe(ref target, 96);
    }

    // Part of a panel row, in 16-byte pieces and then single elements: short rows are the inputs of the smallest networks,
    // where a call of memmove per row would show.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyPart<T>(ref T from, ref T to, int count)
        where T : unmanaged
    {
        int lane = 0;
        for (; lane <= count - Vector128<T>.Count; lane += Vector128<T>.Count)
        {
            Vector128.LoadUnsafe(ref from, (nuint)lane).StoreUnsafe(ref to, (nuint)lane);
        }

        for (; lane < count; lane++)
        {
            Unsafe.Add(ref to, lane) = Unsafe.Add(ref from, lane);
        }
    }
}
