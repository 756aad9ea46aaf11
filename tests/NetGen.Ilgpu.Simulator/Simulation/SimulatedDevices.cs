using ILGPU.Runtime;

namespace ILGPU.Simulation;

/// <summary>Devices that a context finds beside the CPU. There are none unless a test says so, for itself and whatever it calls.</summary>
public static class SimulatedDevices
{
    private static readonly AsyncLocal<(AcceleratorType Type, long Memory)[]?> s_devices = new();

    /// <summary>From here on contexts find devices of these types with that many bytes of memory.</summary>
    public static IDisposable Install(params (AcceleratorType Type, long Memory)[] devices)
    {
        s_devices.Value = devices;
        return new Removal();
    }

    internal static IEnumerable<long> Memory(AcceleratorType type) => (s_devices.Value ?? []).Where(device => device.Type == type).Select(device => device.Memory);

    private sealed class Removal : IDisposable
    {
        public void Dispose() => s_devices.Value = null;
    }
}
