using ILGPU.Simulation.Instructions;

namespace ILGPU.Simulation.Threads;

/// <summary>The warps of the group that runs, and what their threads have left for an instruction that all of them take part in.</summary>
internal sealed class Warps(int threads)
{
    private readonly WarpRegisters[] _registers = new WarpRegisters[threads];
    private readonly int[] _left = new int[(threads + WarpProduct.Threads - 1) / WarpProduct.Threads];
    private readonly WarpProduct?[] _instructions = new WarpProduct?[(threads + WarpProduct.Threads - 1) / WarpProduct.Threads];

    /// <summary>The running thread's part of an instruction; with the last of a warp it is computed.</summary>
    public void Leave(WarpProduct instruction, WarpRegisters registers)
    {
        var thread = GroupRun.Current.Thread;
        var warp = thread / WarpProduct.Threads;
        if (_left[warp] > 0 && _instructions[warp] != instruction)
        {
            throw new DivergentBarrierException($"threads of one warp meet in different instructions{Fault.Where}");
        }

        _registers[thread] = registers;
        _instructions[warp] = instruction;
        if (++_left[warp] == WarpProduct.Threads)
        {
            instruction.Compute(_registers.AsSpan(warp * WarpProduct.Threads, WarpProduct.Threads));
            _left[warp] = 0;
        }
    }

    public void Reset() => Array.Clear(_left);
}
