using System.Collections.Immutable;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace ILGPU;

public class ContextProperties
{
    public bool EnableProfiling { get; private protected set; }

    public OptimizationLevel OptimizationLevel { get; private protected set; } = OptimizationLevel.O1;

    public MathMode MathMode { get; private protected set; }
}

public sealed class Context : IDisposable
{
    private Context(Builder builder) => (Devices, Properties) = ([.. builder.Registered], builder);

    public ImmutableArray<Device> Devices { get; }

    public ContextProperties Properties { get; }

    public static Context Create(Action<Builder> buildingCallback)
    {
        ArgumentNullException.ThrowIfNull(buildingCallback);
        var builder = new Builder();
        buildingCallback(builder);
        return builder.ToContext();
    }

    public static Builder Create() => new();

    public static Context CreateDefault() => Create(builder => builder.Default());

    public TDevice GetDevice<TDevice>(int deviceIndex)
        where TDevice : Device => Devices.OfType<TDevice>().ElementAt(deviceIndex);

    public DeviceCollection<TDevice> GetDevices<TDevice>()
        where TDevice : Device => new([.. Devices.OfType<TDevice>()]);

    public Device GetPreferredDevice(bool preferCPU) => GetPreferredDevices(preferCPU, false).First();

    public IEnumerable<Device> GetPreferredDevices(bool preferCPU, bool matchingDevicesOnly)
    {
        var best = Devices.Where(device => !preferCPU && device.AcceleratorType != AcceleratorType.CPU).OrderByDescending(device => device.MemorySize).ToList();
        var all = best.Count > 0 ? best : [.. Devices.Where(device => device.AcceleratorType == AcceleratorType.CPU)];
        return all.Count > 0 ? all : throw new NotSupportedException("Not supported target accelerator");
    }

    public void Dispose()
    {
    }

    public ImmutableArray<Device>.Enumerator GetEnumerator() => Devices.GetEnumerator();

    public sealed class Builder : ContextProperties
    {
        internal List<Device> Registered { get; } = [];

        public Builder Default() => AllAccelerators();

        public Builder AllAccelerators() => this.DefaultCPU().OpenCL().Cuda();

        public Builder Optimize(OptimizationLevel level)
        {
            OptimizationLevel = level;
            return this;
        }

        public Builder Math(MathMode mathMode)
        {
            MathMode = mathMode;
            return this;
        }

        public Builder Profiling()
        {
            EnableProfiling = true;
            return this;
        }

        public Builder Assertions() => this;

        public Context ToContext() => new(this);

        internal Builder Add(params Device[] devices)
        {
            Registered.AddRange(devices);
            return this;
        }
    }

    public readonly ref struct DeviceCollection<TDevice>(TDevice[] devices)
        where TDevice : Device
    {
        private readonly TDevice[] _devices = devices;

        public int Count => _devices.Length;

        public TDevice this[int deviceIndex] => _devices[deviceIndex];

        public ReadOnlySpan<TDevice>.Enumerator GetEnumerator() => new ReadOnlySpan<TDevice>(_devices).GetEnumerator();
    }
}
