using ILGPU.Runtime;
using ILGPU.Simulation.Threads;

namespace ILGPU;

public static unsafe class LocalMemory
{
    public static ArrayView<T> Allocate<T>(int extent)
        where T : unmanaged => new(GroupRun.Current.Local.Take((long)extent * sizeof(T)), extent, Simulation.DeviceMemory.Local);

    public static ArrayView1D<T, Stride1D.Dense> Allocate1D<T>(Index1D extent)
        where T : unmanaged => Allocate<T>(extent.X);
}
