using System.Runtime.InteropServices;

namespace ILGPU.Simulation.Threads;

/// <summary>
/// Shared memory of the group that runs. The n-th allocation of every thread is the same memory, as it is where a compiler gives each place in the text its own; full of NaN
/// when a group begins.
/// </summary>
internal sealed unsafe class SharedBlock(int threads) : IDisposable
{
    private const int Limit = 48 << 10;
    private const int Alignment = 16;

    private readonly byte* _memory = (byte*)NativeMemory.AlignedAlloc(Limit, 256);
    private readonly int[] _taken = new int[threads];
    private readonly List<(long Offset, long Bytes)> _blocks = [];

    public byte* Take(long bytes)
    {
        var thread = GroupRun.Current.Thread;
        var number = _taken[thread]++;
        if (number == _blocks.Count)
        {
            var (offset, before) = number == 0 ? (0, 0) : _blocks[^1];
            _blocks.Add(((offset + before + Alignment - 1) / Alignment * Alignment, bytes));
            if (_blocks[^1].Offset + bytes > Limit)
            {
                throw new SharedMemoryException($"{_blocks[^1].Offset + bytes} bytes of shared memory, and a group has {Limit}{Fault.Where}");
            }
        }

        return _blocks[number].Bytes == bytes
            ? _memory + _blocks[number].Offset
            : throw new SharedMemoryException($"allocation {number} of shared memory is {bytes} bytes here and {_blocks[number].Bytes} for another thread{Fault.Where}");
    }

    public void Reset()
    {
        NativeMemory.Fill(_memory, Limit, 0xFF);
        Array.Clear(_taken);
        _blocks.Clear();
    }

    public void Dispose() => NativeMemory.AlignedFree(_memory);
}
