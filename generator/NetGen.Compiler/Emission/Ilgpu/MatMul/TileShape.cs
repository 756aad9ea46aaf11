namespace NetGen.Compiler.Emission.Ilgpu.MatMul;

/// <summary>The part of a product that a group of threads computes, and how the threads share it.</summary>
/// <param name="Rows">Rows of the result.</param>
/// <param name="Columns">Columns of the result.</param>
/// <param name="Depth">Terms of the sums that lie in shared memory at a time.</param>
/// <param name="ThreadRows">Rows of one thread; a multiple of four.</param>
/// <param name="ThreadColumns">Columns of one thread; a multiple of four.</param>
/// <param name="Slices">Threads that share the terms of one sum, and add up what they have at the end.</param>
public sealed record TileShape(int Rows, int Columns, int Depth, int ThreadRows, int ThreadColumns, int Slices = 1)
{
    /// <summary>Large batches of wide layers: a sixteenth of all loads from shared memory that single products would need.</summary>
    public static TileShape Wide { get; } = new(128, 128, 16, 8, 8);

    /// <summary>As <see cref="Wide"/>, for up to 64 columns.</summary>
    public static TileShape Tall { get; } = new(128, 64, 16, 8, 4);

    /// <summary>Small batches: sixteen times as many groups as <see cref="Wide"/>, each with four threads per sum, so that few tiles still keep a whole device busy.</summary>
    public static TileShape Small { get; } = new(32, 32, 32, 4, 4, 4);

    /// <summary>Up to 16 columns, such as classes: eight threads share a sum, since there are few sums and each is long.</summary>
    public static TileShape Narrow { get; } = new(32, 16, 64, 4, 4, 8);

    /// <summary>Threads below one another.</summary>
    public int Down => Rows / ThreadRows;

    /// <summary>Threads beside one another.</summary>
    public int Across => Columns / ThreadColumns;

    /// <summary>Threads that work on the same terms.</summary>
    public int SliceThreads => Down * Across;

    /// <summary>Threads of the group.</summary>
    public int Threads => SliceThreads * Slices;

    /// <summary>Sums that a thread has in the end.</summary>
    public int Sums => Rows * Columns / Threads;

    public string Name => Inv($"{Rows}x{Columns}");
}
