namespace ILGPU.Simulation;

/// <summary>A kernel does what a device would answer with garbage, or not at all.</summary>
public abstract class KernelFaultException(string message) : Exception(message);

/// <summary>An access outside of the memory that a view is of.</summary>
public sealed class OutOfRangeAccessException(string message) : KernelFaultException(message);

/// <summary>Some threads of a group wait where others never come.</summary>
public sealed class DivergentBarrierException(string message) : KernelFaultException(message);

/// <summary>Shared memory that no device has, or that threads ask for differently.</summary>
public sealed class SharedMemoryException(string message) : KernelFaultException(message);

/// <summary>A kernel that ILGPU would not compile, or would compile to something else.</summary>
public sealed class UnsupportedKernelException(string message) : KernelFaultException(message);

/// <summary>A launch that ILGPU or a device refuses.</summary>
public sealed class LaunchException(string message) : KernelFaultException(message);
