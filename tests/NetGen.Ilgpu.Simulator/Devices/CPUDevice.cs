namespace ILGPU.Runtime.CPU;

public enum CPUDeviceKind
{
    Default,
    Nvidia,
    AMD,
    LegacyAMD,
    Intel,
}

public sealed class CPUDevice : Device
{
    public static readonly CPUDevice Default = new(4, 4, 1);

    public static readonly CPUDevice Nvidia = new(32, 32, 1);

    public static readonly CPUDevice AMD = new(32, 8, 1);

    public static readonly CPUDevice LegacyAMD = new(64, 4, 1);

    public static readonly CPUDevice Intel = new(16, 8, 1);

    public CPUDevice(int numThreadsPerWarp, int numWarpsPerMultiprocessor, int numMultiprocessors)
    {
        Name = "CPUAccelerator";
        MemorySize = long.MaxValue;
        WarpSize = numThreadsPerWarp;
        MaxNumThreadsPerGroup = numThreadsPerWarp * numWarpsPerMultiprocessor;
        MaxNumThreadsPerMultiprocessor = MaxNumThreadsPerGroup;
        NumMultiprocessors = numMultiprocessors;
    }

    public override AcceleratorType AcceleratorType => AcceleratorType.CPU;

    internal static CPUDevice[] All => [Default, Nvidia, AMD, LegacyAMD, Intel];

    public override Accelerator CreateAccelerator(Context context) => CreateCPUAccelerator(context);

    public CPUAccelerator CreateCPUAccelerator(Context context) => new(context, this);
}

public sealed class CPUAccelerator : Accelerator
{
    internal CPUAccelerator(Context context, CPUDevice device)
        : base(context, device)
    {
    }

    internal override Exception OutOfMemory(long bytes) => new OutOfMemoryException();
}

public static class CPUContextExtensions
{
    public static Context.Builder DefaultCPU(this Context.Builder builder) => builder.CPU(CPUDevice.Default);

    public static Context.Builder CPU(this Context.Builder builder) => builder.Add(CPUDevice.All);

    public static Context.Builder CPU(this Context.Builder builder, CPUDeviceKind kind) => builder.Add(CPUDevice.All[(int)kind]);

    public static Context.Builder CPU(this Context.Builder builder, CPUDevice device) => builder.Add(device);

    public static CPUDevice GetCPUDevice(this Context context, int cpuDeviceIndex) => context.GetDevice<CPUDevice>(cpuDeviceIndex);

    public static Context.DeviceCollection<CPUDevice> GetCPUDevices(this Context context) => context.GetDevices<CPUDevice>();

    public static CPUAccelerator CreateCPUAccelerator(this Context context, int cpuDeviceIndex) => context.GetCPUDevice(cpuDeviceIndex).CreateCPUAccelerator(context);
}
