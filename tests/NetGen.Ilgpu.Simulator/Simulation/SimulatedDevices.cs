using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace ILGPU.Simulation;

/// <summary>Devices that a context finds beside the CPU. There are none unless a test says so, for itself and whatever it calls.</summary>
public static class SimulatedDevices
{
    private static readonly AsyncLocal<(AcceleratorType Type, long Memory)[]?> s_devices = new();
    private static readonly AsyncLocal<CudaArchitecture?> s_architecture = new();

    /// <summary>That of CUDA devices: the first with TF32 and bfloat16, unless a test installs another.</summary>
    internal static CudaArchitecture Architecture => s_architecture.Value ?? CudaArchitecture.SM_80;

    /// <summary>From here on contexts find devices of these types with that many bytes of memory.</summary>
    public static IDisposable Install(params (AcceleratorType Type, long Memory)[] devices)
    {
        s_devices.Value = devices;
        return new Removal();
    }

    /// <summary>From here on contexts find a CUDA device of that architecture.</summary>
    public static IDisposable Install(CudaArchitecture architecture, long memory = 1L << 32)
    {
        s_architecture.Value = architecture;
        return Install((AcceleratorType.Cuda, memory));
    }

    internal static IEnumerable<long> Memory(AcceleratorType type) => (s_devices.Value ?? []).Where(device => device.Type == type).Select(device => device.Memory);

    private sealed class Removal : IDisposable
    {
        public void Dispose() => (s_devices.Value, s_architecture.Value) = (null, null);
    }
}
