namespace NetGen.Compiler.Emission.Ilgpu.MatMul;

/// <summary>How the warps of a group, of 32 threads each, share a tile when tensor cores multiply.</summary>
/// <param name="Rows">Rows of one warp; a multiple of 16, the rows of one instruction.</param>
/// <param name="Columns">Columns of one warp; a multiple of 8, the columns of one instruction.</param>
/// <param name="Depth">Terms of the sums that lie in shared memory at a time.</param>
/// <param name="Slices">Warps that share the terms of one sum, each at least 16 of them at a time, and add up what they have at the end.</param>
public sealed record TensorShape(int Rows, int Columns, int Depth, int Slices = 1)
{
    /// <summary>Sums of a thread of a warp.</summary>
    public int ThreadSums => Rows * Columns / 32;
}
