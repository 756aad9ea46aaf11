namespace NetGen.Compiler.Graph;

/// <summary>The positions of an image that one position of a result is made of: a grid of taps, and how far it moves from one result to the next. There is no padding; what is outside is added before.</summary>
/// <param name="Height">Taps below one another.</param>
/// <param name="Width">Taps beside one another.</param>
/// <param name="StrideY">Rows from one result to the next.</param>
/// <param name="StrideX">Columns from one result to the next.</param>
/// <param name="DilationY">Rows from one tap to the next.</param>
/// <param name="DilationX">Columns from one tap to the next.</param>
public sealed record Window(int Height, int Width, int StrideY = 1, int StrideX = 1, int DilationY = 1, int DilationX = 1)
{
    /// <summary>How many positions a result is made of.</summary>
    public int Taps => Height * Width;

    /// <summary>Rows of an image from the first tap to the last.</summary>
    public int SpanY => ((Height - 1) * DilationY) + 1;

    /// <summary>Columns of an image from the first tap to the last.</summary>
    public int SpanX => ((Width - 1) * DilationX) + 1;

    /// <summary>Results below one another, for an image of so many rows.</summary>
    public int ResultRows(int rows) => ((rows - SpanY) / StrideY) + 1;

    /// <summary>Results beside one another, for an image of so many columns.</summary>
    public int ResultColumns(int columns) => ((columns - SpanX) / StrideX) + 1;

    /// <summary>Whether no two results are made of the same position.</summary>
    public bool NeverOverlaps => Height <= StrideY && Width <= StrideX && DilationX == 1 && DilationY == 1;

    /// <summary>Whether every position of an image of so many rows and columns is part of one result.</summary>
    public bool Tiles(int rows, int columns) => NeverOverlaps && Height == StrideY && Width == StrideX && rows % Height == 0 && columns % Width == 0;

    public override string ToString() => Inv($"{Height}x{Width}")
        + (StrideY == 1 && StrideX == 1 ? "" : Inv($" stride {StrideY}x{StrideX}"))
        + (DilationY == 1 && DilationX == 1 ? "" : Inv($" dilation {DilationY}x{DilationX}"));
}
