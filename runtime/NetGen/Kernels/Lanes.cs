using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <summary>
/// Vectors of neighbouring samples: 64 bytes hold the same value of 16 samples in single precision, of 8 in double precision. Values of samples that a batch has not got are zero where they are
/// brought in, and count for nothing where samples are added up.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Lanes
{
    // Whole pieces of so many values are transposed through registers, which read and write whole vectors; what is left goes one by one.
    private const int Piece = 16;

    /// <summary>Samples in a vector.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <returns>16 or 8.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Width<T>()
        where T : unmanaged => Panels.Half<T>();

    /// <summary>Brings a run of values of each sample into lanes. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="rows">The run of the first sample.</param>
    /// <param name="sample">Values from one sample to the next.</param>
    /// <param name="samples">How many there are; the lanes behind them become zero.</param>
    /// <param name="lanes">The first vector.</param>
    /// <param name="step">Values from one vector to the next.</param>
    /// <param name="count">Length of the run.</param>
    public static void Pack<T>(ref T rows, nint sample, int samples, ref T lanes, int step, int count)
        where T : unmanaged
    {
        var whole = count & -Piece;
        for (var i = samples < Width<T>() ? 0 : whole; i < count; i++)
        {
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref lanes, (nint)i * step), Width<T>()).Clear();
        }

        if (whole > 0)
        {
            Transposition.Run(ref rows, (int)sample, ref lanes, step, samples, whole);
        }

        for (var i = whole; i < count; i++)
        {
            ref var vector = ref Unsafe.Add(ref lanes, (nint)i * step);
            for (var lane = 0; lane < samples; lane++)
            {
                Unsafe.Add(ref vector, lane) = Unsafe.Add(ref rows, (lane * sample) + i);
            }
        }
    }

    /// <summary>Brings a run of vectors back to the samples. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="lanes">The first vector.</param>
    /// <param name="step">Values from one vector to the next.</param>
    /// <param name="count">Length of the run.</param>
    /// <param name="rows">The run of the first sample.</param>
    /// <param name="sample">Values from one sample to the next.</param>
    /// <param name="samples">How many there are.</param>
    public static void Unpack<T>(ref T lanes, int step, int count, ref T rows, nint sample, int samples)
        where T : unmanaged
    {
        var whole = count & -Piece;
        if (whole > 0)
        {
            Transposition.Run(ref lanes, step, ref rows, (int)sample, whole, samples);
        }

        for (var i = whole; i < count; i++)
        {
            ref var vector = ref Unsafe.Add(ref lanes, (nint)i * step);
            for (var lane = 0; lane < samples; lane++)
            {
                Unsafe.Add(ref rows, (lane * sample) + i) = Unsafe.Add(ref vector, lane);
            }
        }
    }

    /// <summary>Clears what lies behind the last feature of rows of panels, up to whole 64 bytes.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="rows">The first panel of the first sample.</param>
    /// <param name="perSample">Rows of a sample.</param>
    /// <param name="features">Features of a row.</param>
    /// <param name="batch">Samples of the panels.</param>
    /// <param name="samples">Samples to clear behind.</param>
    public static void ClearBehind<T>(ref T rows, int perSample, int features, nint batch, int samples)
        where T : unmanaged
    {
        var (width, half) = (Panels.Width<T>(), Panels.Half<T>());
        ref var panel = ref Unsafe.Add(ref rows, (features / width * batch * perSample * width) + (features % width));
        var length = ((features + half - 1) & -half) - features;
        for (nint row = 0; row < (nint)samples * perSample; row++)
        {
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref panel, row * width), length).Clear();
        }
    }

    /// <summary>Adds up the lanes of each vector, always in the same order.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="lanes">The vectors.</param>
    /// <param name="samples">How many lanes of each count.</param>
    /// <param name="sums">Gets a sum per vector.</param>
    /// <param name="count">How many vectors.</param>
    public static void Sum<T>(Span<T> lanes, int samples, ref T sums, int count)
        where T : unmanaged, INumberBase<T>
    {
        var width = Width<T>();
        for (var i = 0; i < count; i++)
        {
            var vector = lanes.Slice(i * width, width);
            vector[samples..].Clear();
            Unsafe.Add(ref sums, i) = Vector512.Sum(Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(vector)));
        }
    }

    /// <summary>Adds up what the blocks of samples contribute, always in the same order. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="parts">The first block's values.</param>
    /// <param name="stride">Values from one block to the next.</param>
    /// <param name="blocks">How many there are.</param>
    /// <param name="total">Gets the sums; may be the first block's values.</param>
    /// <param name="count">How many values there are.</param>
    public static void Total<T>(ref T parts, nint stride, int blocks, ref T total, int count)
        where T : unmanaged, INumberBase<T>
    {
        var i = 0;
        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            var sum = Vector.LoadUnsafe(ref parts, (nuint)i);
            for (var block = 1; block < blocks; block++)
            {
                sum += Vector.LoadUnsafe(ref Unsafe.Add(ref parts, (block * stride) + i));
            }

            sum.StoreUnsafe(ref total, (nuint)i);
        }

        for (; i < count; i++)
        {
            var sum = Unsafe.Add(ref parts, i);
            for (var block = 1; block < blocks; block++)
            {
                sum += Unsafe.Add(ref parts, (block * stride) + i);
            }

            Unsafe.Add(ref total, i) = sum;
        }
    }

    /// <summary>The largest of what the blocks of samples contribute. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="parts">The first block's values.</param>
    /// <param name="stride">Values from one block to the next.</param>
    /// <param name="blocks">How many there are.</param>
    /// <param name="largest">Gets them; may be the first block's values.</param>
    /// <param name="count">How many values there are.</param>
    public static void Largest<T>(ref T parts, nint stride, int blocks, ref T largest, int count)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < count; i++)
        {
            var value = Unsafe.Add(ref parts, i);
            for (var block = 1; block < blocks; block++)
            {
                value = T.Max(value, Unsafe.Add(ref parts, (block * stride) + i));
            }

            Unsafe.Add(ref largest, i) = value;
        }
    }
}
