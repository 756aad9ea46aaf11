using ILGPU.Simulation.Threads;

namespace ILGPU;

public static class Grid
{
    public static int IdxX => GroupRun.Current.Group;

    public static int IdxY => 0;

    public static int IdxZ => 0;

    public static int DimX => GroupRun.Current.Groups;

    public static int DimY => 1;

    public static int DimZ => 1;

    public static int LinearIndex => IdxX;

    public static int GlobalLinearIndex => (IdxX * Group.DimX) + Group.IdxX;
}
