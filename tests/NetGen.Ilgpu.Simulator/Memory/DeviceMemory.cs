using System.Collections.Concurrent;
using ILGPU.Runtime;

namespace ILGPU.Simulation;

/// <summary>What views are views of. They say so with a number, because a view must hold no reference.</summary>
internal static unsafe class DeviceMemory
{
    public const int Shared = -1;
    public const int Local = -2;

    private static readonly ConcurrentDictionary<int, MemoryBuffer> s_buffers = new();
    private static int s_last;

    public static int Add(MemoryBuffer buffer)
    {
        var id = Interlocked.Increment(ref s_last);
        s_buffers[id] = buffer;
        return id;
    }

    public static void Remove(int id) => s_buffers.TryRemove(id, out _);

    public static MemoryBuffer? Find(int id) => s_buffers.GetValueOrDefault(id);

    /// <summary>Bytes from the beginning of what alignment is counted from.</summary>
    public static long Offset(byte* at, int id) => Find(id) is { } buffer ? at - (byte*)buffer.NativePtr : (long)at;

    public static string Name(int id) => id switch
    {
        Shared => "shared memory",
        Local => "local memory",
        _ when Find(id) is { } buffer => $"a buffer of {buffer.Length} values of {buffer.ElementSize} bytes",
        _ => "memory that was given back",
    };
}
