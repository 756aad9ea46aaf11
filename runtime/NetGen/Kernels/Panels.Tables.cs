using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

// Rows of a table by their numbers, and rows added up by their numbers.
public static partial class Panels
{
    /// <summary>Copies the rows of a table whose numbers each sample says; what is no number of a row gives zeros. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="table">First element of the table, whose rows lie in panels.</param>
    /// <param name="count">Rows of the table.</param>
    /// <param name="features">Features of a row.</param>
    /// <param name="isWeight">Whether the last panel is half as wide where its features fit, as in a transposed weight.</param>
    /// <param name="numbers">First element of the numbers, a row of panels per sample.</param>
    /// <param name="picked">Numbers per sample.</param>
    /// <param name="rows">First element of the result, <paramref name="picked"/> rows per sample.</param>
    /// <param name="from">First sample.</param>
    /// <param name="to">Sample behind the last one.</param>
    /// <param name="batch">Samples of the numbers and of the result.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gather<T>(ref T table, int count, int features, bool isWeight, ref T numbers, int picked, ref T rows, int from, int to, int batch)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var panelStride = (nint)count * Width<T>();
        var resultStride = (nint)batch * picked * Width<T>();
        for (var sample = from; sample < to; sample++)
        {
            ref var target = ref Unsafe.Add(ref rows, (nint)sample * picked * Width<T>());
            for (var position = 0; position < picked; position++)
            {
                var number = RowNumber(Unsafe.Add(ref numbers, PlaceOfNumber<T>(sample, position, batch)), count);
                for (var first = 0; first < features; first += Width<T>())
                {
                    ref var to1 = ref Unsafe.Add(ref target, (first / Width<T>() * resultStride) + ((nint)position * Width<T>()));
                    ref var panel = ref Unsafe.Add(ref table, first / Width<T>() * panelStride);
                    if (number < 0)
                    {
                        ClearPanelRow(ref to1);
                    }
                    else if (isWeight && WidthAt<T>(first, features) == Half<T>())
                    {
                        ref var half = ref Unsafe.As<T, byte>(ref Unsafe.Add(ref panel, (nint)number * Half<T>()));
                        ref var bytes = ref Unsafe.As<T, byte>(ref to1);
                        Vector256.LoadUnsafe(ref half).StoreUnsafe(ref bytes);
                        Vector256.LoadUnsafe(ref half, 32).StoreUnsafe(ref bytes, 32);
                        Vector256<byte>.Zero.StoreUnsafe(ref bytes, 64);
                        Vector256<byte>.Zero.StoreUnsafe(ref bytes, 96);
                    }
                    else
                    {
                        CopyPanelRow(ref Unsafe.Add(ref panel, (nint)number * Width<T>()), ref to1);
                    }
                }
            }
        }
    }

    /// <summary>
    /// Adds up, panel row by panel row, one panel of the rows whose numbers lie in a range: samples in order, and positions in order. The sums begin with what is there.
    /// Nothing is checked.
    /// </summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="rows">First element of the panel.</param>
    /// <param name="numbers">First element of the numbers, a row of panels per sample.</param>
    /// <param name="picked">Numbers, and rows, per sample.</param>
    /// <param name="batch">Samples.</param>
    /// <param name="first">The number whose rows are added to the first row of the sums.</param>
    /// <param name="count">How many numbers count.</param>
    /// <param name="padding">A number whose rows are left out, or -1.</param>
    /// <param name="sums">First element of the sums, a panel row per number.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddByNumber<T>(ref T rows, ref T numbers, int picked, int batch, int first, int count, int padding, ref T sums)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (low, high) = (Vector256.Create(T.CreateTruncating(first)), Vector256.Create(T.CreateTruncating(first + count - 1)));
        for (var sample = 0; sample < batch; sample++)
        {
            for (var position = 0; position < picked; position += Vector256<T>.Count)
            {
                // Behind the last number of a sample there are zeros up to the end of its panel.
                var found = Vector256.LoadUnsafe(ref numbers, (nuint)PlaceOfNumber<T>(sample, position, batch));
                var hits = (Vector256.GreaterThanOrEqual(found, low) & Vector256.LessThanOrEqual(found, high)).ExtractMostSignificantBits();
                while (hits != 0)
                {
                    var lane = BitOperations.TrailingZeroCount(hits);
                    hits &= hits - 1;
                    var number = RowNumber(found.GetElement(lane), int.MaxValue);
                    if (position + lane < picked && number >= 0 && number != padding)
                    {
                        AddPanelRow(
                            ref Unsafe.Add(ref rows, (((nint)sample * picked) + position + lane) * Width<T>()), ref Unsafe.Add(ref sums, (nint)(number - first) * Width<T>()));
                    }
                }
            }
        }
    }

    // The number of a row, or -1 for what is none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int RowNumber<T>(T value, int count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var number = int.CreateSaturating(value);
        return (uint)number < (uint)count && T.CreateTruncating(number) == value ? number : -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint PlaceOfNumber<T>(int sample, int position, int batch)
        where T : unmanaged => ((nint)(position / Width<T>() * batch) + sample) * Width<T>() + (position % Width<T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddPanelRow<T>(ref T row, ref T sum)
        where T : unmanaged
    {
        for (var lane = 0; lane < Width<T>(); lane += Vector256<T>.Count)
        {
            (Vector256.LoadUnsafe(ref sum, (nuint)lane) + Vector256.LoadUnsafe(ref row, (nuint)lane)).StoreUnsafe(ref sum, (nuint)lane);
        }
    }
}
