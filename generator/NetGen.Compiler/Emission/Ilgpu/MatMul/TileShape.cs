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
    /// <summary>Large batches of wide layers: eight by eight sums per thread, so that a value that is read from shared memory serves eight multiplications.</summary>
    public static TileShape Wide { get; } = new(128, 128, 16, 8, 8);

    /// <summary>As <see cref="Wide"/>, for up to 64 columns.</summary>
    public static TileShape Tall { get; } = new(128, 64, 16, 8, 4);

    /// <summary>As <see cref="Wide"/>, for up to 64 rows and columns, and for numbers of double precision, of which a thread can hold fewer.</summary>
    public static TileShape Square { get; } = new(64, 64, 16, 4, 4);

    /// <summary>Small batches: many groups, and four threads share a sum, so that few results still keep a whole device busy.</summary>
    public static TileShape Small { get; } = new(32, 32, 32, 4, 4, 4);

    /// <summary>Up to 16 columns, such as classes: eight threads share a sum, since there are few sums and each is long.</summary>
    public static TileShape Narrow { get; } = new(32, 16, 64, 4, 4, 8);

    /// <summary>The shape for a result of many rows: <paramref name="columns"/> decides.</summary>
    public static TileShape ForManyRows(int columns, bool isSingle) =>
        columns <= 16 ? Narrow : columns <= 64 ? (isSingle ? Tall : Square) : isSingle ? Wide : Square;

    /// <summary>The shape for a result of few rows.</summary>
    public static TileShape ForFewRows(int columns) => columns <= 16 ? Narrow : Small;

    /// <summary>The shape for a result whose size does not depend on the batch, as that of weights, when the sums are long.</summary>
    public static TileShape ForLongSums(int rows, int columns, bool isSingle) =>
        columns <= 16 ? Narrow : !isSingle || rows <= 64 ? Square : columns <= 64 ? Tall : Wide;

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

    /// <summary>The same tile on tensor cores. None for few columns, such as classes: those stay in full precision.</summary>
    public TensorShape? OnTensorCores => (Rows, Columns) switch
    {
        (128, 128) => new(64, 32, 16),
        (128, 64) => new(32, 32, 16),
        (64, 64) => new(32, 16, 32),
        (32, 32) => new(32, 16, 64, 4),
        _ => null,
    };
}
