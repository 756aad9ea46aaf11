using ILGPU.Simulation;

namespace ILGPU.Runtime.OpenCL;

public sealed class CLDevice : Device
{
    internal CLDevice(long memorySize) => (Name, MemorySize, MaxNumThreadsPerGroup) = ("simulated OpenCL device", memorySize, 256);

    public override AcceleratorType AcceleratorType => AcceleratorType.OpenCL;

    public override Accelerator CreateAccelerator(Context context) => CreateCLAccelerator(context);

    public CLAccelerator CreateCLAccelerator(Context context) => new(context, this);
}

public sealed class CLAccelerator : Accelerator
{
    internal CLAccelerator(Context context, CLDevice device)
        : base(context, device)
    {
    }

    internal override Exception OutOfMemory(long bytes) => new CLException("CL_MEM_OBJECT_ALLOCATION_FAILURE");
}

public sealed class CLException(string message) : AcceleratorException(message)
{
    public override AcceleratorType AcceleratorType => AcceleratorType.OpenCL;
}

public static class CLContextExtensions
{
    public static Context.Builder OpenCL(this Context.Builder builder) =>
        builder.Add([.. SimulatedDevices.Memory(AcceleratorType.OpenCL).Select(memory => new CLDevice(memory))]);

    public static CLDevice GetCLDevice(this Context context, int clDeviceIndex) => context.GetDevice<CLDevice>(clDeviceIndex);

    public static Context.DeviceCollection<CLDevice> GetCLDevices(this Context context) => context.GetDevices<CLDevice>();

    public static CLAccelerator CreateCLAccelerator(this Context context, int clDeviceIndex) => context.GetCLDevice(clDeviceIndex).CreateCLAccelerator(context);
}
