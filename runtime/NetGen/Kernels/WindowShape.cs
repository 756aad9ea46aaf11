using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>A window that moves over an image without padding, for <see cref="Panels.Patches{T}"/> and <see cref="Panels.Fold{T}"/>.</summary>
/// <param name="Height">Rows of the image.</param>
/// <param name="Width">Columns of the image.</param>
/// <param name="Channels">Values at a position of the image.</param>
/// <param name="TapRows">Taps below one another.</param>
/// <param name="TapColumns">Taps beside one another.</param>
/// <param name="StrideY">Rows of the image from one result to the next.</param>
/// <param name="StrideX">Columns of the image from one result to the next.</param>
/// <param name="DilationY">Rows of the image from one tap to the next.</param>
/// <param name="DilationX">Columns of the image from one tap to the next.</param>
/// <param name="Joined">Whether a row of patches holds all taps, or one.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct WindowShape(
    int Height, int Width, int Channels, int TapRows, int TapColumns, int StrideY, int StrideX, int DilationY, int DilationX, bool Joined)
{
    /// <summary>Positions of the window below one another.</summary>
    public int Rows { get; } = ((Height - ((TapRows - 1) * DilationY) - 1) / StrideY) + 1;

    /// <summary>Positions of the window beside one another.</summary>
    public int Columns { get; } = ((Width - ((TapColumns - 1) * DilationX) - 1) / StrideX) + 1;

    internal int Taps => TapRows * TapColumns;

    /// <summary>Rows of patches for each position of the window.</summary>
    internal int RowsPerPosition => Joined ? 1 : Taps;

    internal int PatchRows => Rows * Columns * RowsPerPosition;

    /// <summary>The position in the image, row by row, that a tap of a position of the window falls on.</summary>
    internal int PositionOf(int row, int tap) =>
        ((((row / Columns) * StrideY) + (tap / TapColumns * DilationY)) * Width) + ((row % Columns) * StrideX) + (tap % TapColumns * DilationX);

    /// <summary>Where the first tap falls for the first result of a row of results, counted over all samples.</summary>
    internal nint FirstOf(int row) => (((nint)(row / Rows) * Height) + ((row % Rows) * StrideY)) * Width;

    /// <summary>The next pieces of a patch: runs of values that are neighbours both in the image and in the patch.</summary>
    /// <param name="room">Gets them.</param>
    /// <param name="tap">The tap to go on with; moved behind what was laid out.</param>
    /// <param name="channel">The channel to go on with.</param>
    /// <param name="width">Values in a row of a panel.</param>
    /// <param name="batch">Samples.</param>
    /// <returns>As many as there is room for, at most.</returns>
    internal ReadOnlySpan<PatchPiece> LayOut(Span<PatchPiece> room, ref int tap, ref int channel, int width, int batch)
    {
        nint imagePanel = (nint)batch * Height * Width * width, patchPanel = (nint)batch * PatchRows * width;
        var count = 0;
        while (tap < Taps && count < room.Length)
        {
            var position = ((tap / TapColumns * DilationY * Width) + (tap % TapColumns * DilationX)) * width;
            var (feature, row) = Joined ? ((tap * Channels) + channel, 0) : (channel, tap * width);
            var (source, target) = (channel % width, feature % width);
            var length = Math.Min(Channels - channel, width - Math.Max(source, target));

            // What is not joined takes its row as a whole, with the zeros behind the last channel.
            room[count++] = new PatchPiece(
                (channel / width * imagePanel) + position + source, (feature / width * patchPanel) + row + target, Joined ? length : width);
            channel += length;
            if (channel == Channels)
            {
                (tap, channel) = (tap + 1, 0);
            }
        }

        return room[..count];
    }
}

/// <summary>Values that are neighbours both in an image and in a patch.</summary>
/// <param name="Image">Where they are in the image, from the first tap on.</param>
/// <param name="Patch">Where they are in the patch.</param>
/// <param name="Length">How many they are.</param>
internal readonly record struct PatchPiece(nint Image, nint Patch, int Length);
