using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

// What windows see of images, from panels to panels.
public static partial class Panels
{
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
        var width = Width<T>();
        nint imagePanel = (nint)batch * shape.Height * shape.Width * width, patchPanel = (nint)batch * shape.PatchRows * width;
        for (var sample = first; sample < last; sample++)
        {
            for (var row = 0; row < shape.Rows * shape.Columns; row++)
            {
                for (var tap = 0; tap < shape.Taps; tap++)
                {
                    ref var from = ref Unsafe.Add(ref image, (((nint)sample * shape.Height * shape.Width) + shape.PositionOf(row, tap)) * width);
                    if (!shape.Joined)
                    {
                        CopyWholeRow(ref from, imagePanel, ref Unsafe.Add(ref patches, (((nint)sample * shape.PatchRows) + (row * shape.Taps) + tap) * width), patchPanel, shape.Channels);
                        continue;
                    }

                    CopyChannels(ref from, imagePanel, ref Unsafe.Add(ref patches, (((nint)sample * shape.PatchRows) + row) * width), patchPanel, tap * shape.Channels, shape.Channels);
                }

                if (shape.Joined)
                {
                    ClearBehind(ref Unsafe.Add(ref patches, (((nint)sample * shape.PatchRows) + row) * width), patchPanel, shape.Taps * shape.Channels);
                }
            }
        }
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
        where T : unmanaged, System.Numerics.INumberBase<T>
    {
        var width = Width<T>();
        nint imagePanel = (nint)batch * shape.Height * shape.Width * width, patchPanel = (nint)batch * shape.PatchRows * width;
        for (var sample = first; sample < last; sample++)
        {
            var start = (nint)sample * shape.Height * shape.Width;
            for (var panel = 0; panel * width < shape.Channels; panel++)
            {
                MemoryMarshal.CreateSpan(ref Unsafe.Add(ref image, (panel * imagePanel) + (start * width)), shape.Height * shape.Width * width).Clear();
            }

            for (var row = 0; row < shape.Rows * shape.Columns; row++)
            {
                for (var tap = 0; tap < shape.Taps; tap++)
                {
                    ref var to = ref Unsafe.Add(ref image, (start + shape.PositionOf(row, tap)) * width);
                    var patch = ((nint)sample * shape.PatchRows) + (shape.Joined ? row : (row * shape.Taps) + tap);
                    AddChannels(ref Unsafe.Add(ref patches, patch * width), patchPanel, shape.Joined ? tap * shape.Channels : 0, ref to, imagePanel, shape.Channels);
                }
            }
        }
    }

    private static void CopyWholeRow<T>(ref T from, nint fromPanel, ref T to, nint toPanel, int features)
        where T : unmanaged
    {
        for (nint panel = 0; panel * Width<T>() < features; panel++)
        {
            CopyPanelRow(ref Unsafe.Add(ref from, panel * fromPanel), ref Unsafe.Add(ref to, panel * toPanel));
        }
    }

    // Channels from 0 on to features from a place on, in pieces that cross no panel border on either side.
    private static void CopyChannels<T>(ref T from, nint fromPanel, ref T to, nint toPanel, int feature, int channels)
        where T : unmanaged
    {
        var width = Width<T>();
        for (int channel = 0, piece; channel < channels; channel += piece)
        {
            var (source, target) = (channel % width, (feature + channel) % width);
            piece = Math.Min(channels - channel, width - Math.Max(source, target));
            ref var here = ref Unsafe.Add(ref from, (channel / width * fromPanel) + source);
            ref var there = ref Unsafe.Add(ref to, ((feature + channel) / width * toPanel) + target);
            for (nint i = 0; i < piece; i++)
            {
                Unsafe.Add(ref there, i) = Unsafe.Add(ref here, i);
            }
        }
    }

    private static void AddChannels<T>(ref T from, nint fromPanel, int feature, ref T to, nint toPanel, int channels)
        where T : unmanaged, System.Numerics.INumberBase<T>
    {
        var width = Width<T>();
        for (int channel = 0, piece; channel < channels; channel += piece)
        {
            var (source, target) = ((feature + channel) % width, channel % width);
            piece = Math.Min(channels - channel, width - Math.Max(source, target));
            ref var here = ref Unsafe.Add(ref from, ((feature + channel) / width * fromPanel) + source);
            ref var there = ref Unsafe.Add(ref to, (channel / width * toPanel) + target);
            nint i = 0;
            for (; i <= piece - System.Numerics.Vector<T>.Count; i += System.Numerics.Vector<T>.Count)
            {
                var sum = System.Numerics.Vector.LoadUnsafe(ref Unsafe.Add(ref there, i)) + System.Numerics.Vector.LoadUnsafe(ref Unsafe.Add(ref here, i));
                System.Numerics.Vector.StoreUnsafe(sum, ref Unsafe.Add(ref there, i));
            }

            for (; i < piece; i++)
            {
                Unsafe.Add(ref there, i) += Unsafe.Add(ref here, i);
            }
        }
    }

    private static void ClearBehind<T>(ref T row, nint panel, int feature)
        where T : unmanaged
    {
        for (; feature % Width<T>() != 0; feature++)
        {
            Unsafe.Add(ref row, (feature / Width<T>() * panel) + (feature % Width<T>())) = default;
        }
    }
}
