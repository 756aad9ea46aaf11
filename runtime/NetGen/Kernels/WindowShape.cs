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

    internal int PatchRows => Rows * Columns * (Joined ? 1 : Taps);

    /// <summary>The position in the image, row by row, that a tap of a position of the window falls on.</summary>
    internal int PositionOf(int row, int tap) =>
        ((((row / Columns) * StrideY) + (tap / TapColumns * DilationY)) * Width) + ((row % Columns) * StrideX) + (tap % TapColumns * DilationX);
}
