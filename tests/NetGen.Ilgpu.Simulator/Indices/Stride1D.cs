namespace ILGPU;

public interface IStride1D
{
    int XStride { get; }
}

public static class Stride1D
{
    /// <summary>Values side by side, the only stride that is simulated.</summary>
    public readonly struct Dense : IStride1D
    {
        public int XStride => 1;
    }
}
