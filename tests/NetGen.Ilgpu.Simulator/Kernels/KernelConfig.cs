namespace ILGPU;

public readonly struct KernelConfig(Index1D gridDim, Index1D groupDim)
{
    public long Size => (long)gridDim.X * groupDim.X;

    public bool IsValid => gridDim.X > 0 && groupDim.X > 0;

    internal int Groups => gridDim.X;

    internal int Threads => groupDim.X;

    public static implicit operator KernelConfig((Index1D Grid, Index1D Group) dimensions) => new(dimensions.Grid, dimensions.Group);
}
