using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

// What windows see of images, from panels to panels. A row of patches is made of pieces, which lie alike in every row: they are laid out once for all rows, as many
// at a time as there is room for on the stack.
public static partial class Panels
{
    private const int PiecesAtOnce = 256;

    /// <summary>Copies what each position of a result sees of an image. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="image">First element of the images, rows of <see cref="WindowShape.Channels"/> values.</param>
    /// <param name="patches">First element of the result: a row per position with all taps behind one another or, if not joined, a row per position and tap.</param>
    /// <param name="shape">The window, the image and the result.</param>
    /// <param name="first">First sample.</param>
    /// <param name="last">Sample behind the last one.</param>
    /// <param name="batch">Samples of both.</param>
    public static void Patches<T>(ref T image, ref T patches, in WindowShape shape, int first, int last, int batch)
        where T : unmanaged
    {
        Span<PatchPiece> room = stackalloc PatchPiece[PiecesAtOnce];
        for (int tap = 0, channel = 0; tap < shape.Taps;)
        {
            var pieces = shape.LayOut(room, ref tap, ref channel, Width<T>(), batch);
            Walk<T, CopyToPatch<T>>(ref image, ref patches, shape, pieces, first, last);
        }

        ClearBehind(ref patches, shape, first, last, batch);
    }

    /// <summary>Adds up, at each position of an image, what was made of it: the transpose of <see cref="Patches{T}"/>. Nothing is checked.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="patches">First element of what is added up, as <see cref="Patches{T}"/> writes it.</param>
    /// <param name="image">First element of the images.</param>
    /// <param name="shape">The window, the image and the patches.</param>
    /// <param name="first">First sample.</param>
    /// <param name="last">Sample behind the last one.</param>
    /// <param name="batch">Samples of both.</param>
    public static void Fold<T>(ref T patches, ref T image, in WindowShape shape, int first, int last, int batch)
        where T : unmanaged, INumberBase<T>
    {
        var positions = (nint)shape.Height * shape.Width;
        for (var sample = first; sample < last; sample++)
        {
            for (nint panel = 0; panel * Width<T>() < shape.Channels; panel++)
            {
                MemoryMarshal.CreateSpan(ref Unsafe.Add(ref image, ((panel * batch) + sample) * positions * Width<T>()), (int)positions * Width<T>()).Clear();
            }
        }

        Span<PatchPiece> room = stackalloc PatchPiece[PiecesAtOnce];
        for (int tap = 0, channel = 0; tap < shape.Taps;)
        {
            var pieces = shape.LayOut(room, ref tap, ref channel, Width<T>(), batch);
            Walk<T, AddToImage<T>>(ref image, ref patches, shape, pieces, first, last);
        }
    }

    // Every piece of every position of the window, for all samples.
    private static void Walk<T, TStep>(ref T image, ref T patches, in WindowShape shape, ReadOnlySpan<PatchPiece> pieces, int first, int last)
        where T : unmanaged
        where TStep : IPieceStep<T>
    {
        for (var row = first * shape.Rows; row < last * shape.Rows; row++)
        {
            ref var seen = ref Unsafe.Add(ref image, shape.FirstOf(row) * Width<T>());
            ref var patch = ref Unsafe.Add(ref patches, (nint)row * shape.Columns * shape.RowsPerPosition * Width<T>());
            for (var column = 0; column < shape.Columns; column++)
            {
                foreach (ref readonly var piece in pieces)
                {
                    TStep.Apply(ref Unsafe.Add(ref seen, piece.Image), ref Unsafe.Add(ref patch, piece.Patch), piece.Length);
                }

                seen = ref Unsafe.Add(ref seen, (nint)shape.StrideX * Width<T>());
                patch = ref Unsafe.Add(ref patch, (nint)shape.RowsPerPosition * Width<T>());
            }
        }
    }

    // Behind the last tap of joined rows; whole rows bring their zeros along.
    private static void ClearBehind<T>(ref T patches, in WindowShape shape, int first, int last, int batch)
        where T : unmanaged
    {
        var features = shape.Taps * shape.Channels;
        var lane = features % Width<T>();
        if (!shape.Joined || lane == 0)
        {
            return;
        }

        ref var panel = ref Unsafe.Add(ref patches, (nint)(features / Width<T>()) * batch * shape.PatchRows * Width<T>());
        for (var row = first * shape.PatchRows; row < last * shape.PatchRows; row++)
        {
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref panel, ((nint)row * Width<T>()) + lane), Width<T>() - lane).Clear();
        }
    }

    /// <summary>What is done with a piece.</summary>
    private interface IPieceStep<T>
        where T : unmanaged
    {
        public static abstract void Apply(ref T image, ref T patch, int length);
    }

    private readonly struct CopyToPatch<T> : IPieceStep<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Apply(ref T image, ref T patch, int length)
        {
            nint i = 0;
            for (; i <= length - Vector<T>.Count; i += Vector<T>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref image, (nuint)i), ref patch, (nuint)i);
            }

            for (; i < length; i++)
            {
                Unsafe.Add(ref patch, i) = Unsafe.Add(ref image, i);
            }
        }
    }

    private readonly struct AddToImage<T> : IPieceStep<T>
        where T : unmanaged, INumberBase<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Apply(ref T image, ref T patch, int length)
        {
            nint i = 0;
            for (; i <= length - Vector<T>.Count; i += Vector<T>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref image, (nuint)i) + Vector.LoadUnsafe(ref patch, (nuint)i), ref image, (nuint)i);
            }

            for (; i < length; i++)
            {
                Unsafe.Add(ref image, i) += Unsafe.Add(ref patch, i);
            }
        }
    }
}
