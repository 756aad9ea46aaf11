using System.Diagnostics.CodeAnalysis;
using ILGPU.Simulation.Threads;

namespace ILGPU.Simulation;

/// <summary>Says which kernel and which thread did it.</summary>
internal static class Fault
{
    [DoesNotReturn]
    public static void OutOfRange(long index, long length, int memory) =>
        throw new OutOfRangeAccessException($"index {index} of a view of {length} values ({DeviceMemory.Name(memory)}){Where}");

    [DoesNotReturn]
    public static void OutOfRange(long index, long count, long length, int memory) =>
        throw new OutOfRangeAccessException($"{count} values from {index} of a view of {length} values ({DeviceMemory.Name(memory)}){Where}");

    [DoesNotReturn]
    public static void Misaligned(long offset, int size, int memory) =>
        throw new OutOfRangeAccessException($"a view that begins {offset} bytes into {DeviceMemory.Name(memory)}, seen as values of {size} bytes{Where}");

    public static string Where => GroupRun.Running is { } run ? $" in kernel '{run.Kernel}', group {run.Group} of {run.Groups}, thread {run.Thread} of {run.Threads}" : "";
}
