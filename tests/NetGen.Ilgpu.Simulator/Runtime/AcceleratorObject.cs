using ILGPU.Util;

namespace ILGPU.Runtime;

public abstract class AcceleratorObject(Accelerator accelerator) : DisposeBase
{
    public Accelerator Accelerator { get; } = accelerator;

    public AcceleratorType AcceleratorType => Accelerator.AcceleratorType;
}
