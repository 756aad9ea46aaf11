using System.Runtime.InteropServices;

namespace ILGPU.Simulation.Threads;

/// <summary>Memory of single threads, given back when their group is done.</summary>
internal sealed unsafe class LocalBlocks : IDisposable
{
    private readonly List<nint> _blocks = [];

    public byte* Take(long bytes)
    {
        var block = NativeMemory.AlignedAlloc((nuint)bytes, 16);
        NativeMemory.Fill(block, (nuint)bytes, 0xFF);
        _blocks.Add((nint)block);
        return (byte*)block;
    }

    public void Reset()
    {
        foreach (var block in _blocks)
        {
            NativeMemory.AlignedFree((void*)block);
        }

        _blocks.Clear();
    }

    public void Dispose() => Reset();
}
