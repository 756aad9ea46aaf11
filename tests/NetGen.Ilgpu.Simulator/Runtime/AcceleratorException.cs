namespace ILGPU.Runtime;

public abstract class AcceleratorException(string message) : Exception(message)
{
    public abstract AcceleratorType AcceleratorType { get; }
}
