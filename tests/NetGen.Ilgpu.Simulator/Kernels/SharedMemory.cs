using ILGPU.Runtime;
using ILGPU.Simulation.Threads;

namespace ILGPU;

public static unsafe class SharedMemory
{
    public static ref T Allocate<T>()
        where T : unmanaged => ref Allocate<T>(1)[0];

    public static ArrayView<T> Allocate<T>(int extent)
        where T : unmanaged => new(GroupRun.Current.Shared.Take((long)extent * sizeof(T)), extent, Simulation.DeviceMemory.Shared);

    public static ArrayView1D<T, Stride1D.Dense> Allocate1D<T>(Index1D extent)
        where T : unmanaged => Allocate<T>(extent.X);
}
