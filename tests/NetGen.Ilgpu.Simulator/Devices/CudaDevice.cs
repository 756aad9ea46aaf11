using ILGPU.Simulation;

namespace ILGPU.Runtime.Cuda;

public sealed class CudaDevice : Device
{
    internal CudaDevice(long memorySize, CudaArchitecture architecture) =>
        (Name, MemorySize, NumMultiprocessors, Architecture) = ("simulated CUDA device", memorySize, 8, architecture);

    public CudaArchitecture? Architecture { get; }

    public override AcceleratorType AcceleratorType => AcceleratorType.Cuda;

    public override Accelerator CreateAccelerator(Context context) => CreateCudaAccelerator(context);

    public CudaAccelerator CreateCudaAccelerator(Context context) => new(context, this);
}

public sealed class CudaAccelerator : Accelerator
{
    internal CudaAccelerator(Context context, CudaDevice device)
        : base(context, device)
    {
    }

    public CudaArchitecture Architecture => ((CudaDevice)Device).Architecture.GetValueOrDefault();

    public long GetFreeMemory() => Free;

    internal override Exception OutOfMemory(long bytes) => new CudaException("out of memory");
}

public sealed class CudaException(string message) : AcceleratorException(message)
{
    public override AcceleratorType AcceleratorType => AcceleratorType.Cuda;
}

public static class CudaContextExtensions
{
    public static Context.Builder Cuda(this Context.Builder builder) =>
        builder.Add([.. SimulatedDevices.Memory(AcceleratorType.Cuda).Select(memory => new CudaDevice(memory, SimulatedDevices.Architecture))]);

    public static CudaDevice GetCudaDevice(this Context context, int cudaDeviceIndex) => context.GetDevice<CudaDevice>(cudaDeviceIndex);

    public static Context.DeviceCollection<CudaDevice> GetCudaDevices(this Context context) => context.GetDevices<CudaDevice>();

    public static CudaAccelerator CreateCudaAccelerator(this Context context, int cudaDeviceIndex) => context.GetCudaDevice(cudaDeviceIndex).CreateCudaAccelerator(context);
}
