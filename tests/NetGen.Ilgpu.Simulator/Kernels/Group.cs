using ILGPU.Simulation.Threads;

namespace ILGPU;

public static class Group
{
    public static int IdxX => GroupRun.Current.Thread;

    public static int IdxY => 0;

    public static int IdxZ => 0;

    public static int DimX => GroupRun.Current.Threads;

    public static int DimY => 1;

    public static int DimZ => 1;

    public static int LinearIndex => IdxX;

    public static bool IsFirstThread => IdxX == 0;

    public static bool IsLastThread => IdxX == DimX - 1;

    /// <summary>Kernels with barriers do not run as they stand: see <c>Simulation/Suspension</c>. There every call of this is a place where a thread stops.</summary>
    public static void Barrier() => throw new InvalidOperationException("a barrier outside of a kernel");
}
