namespace ILGPU.Simulation;

/// <summary>A launch that was asked for.</summary>
/// <param name="Kernel">The name of the kernel's method.</param>
/// <param name="Groups">Groups of the grid.</param>
/// <param name="Threads">Threads of a group.</param>
public sealed record LaunchRecord(string Kernel, int Groups, int Threads);
