using System.Runtime.InteropServices;
using ILGPU.Simulation.Instructions;
using ILGPU.Simulation.Suspension;

namespace ILGPU.Simulation.Threads;

/// <summary>The threads of a group, between barriers.</summary>
internal sealed unsafe class FrameBlock(Suspendable kernel, int threads) : IDisposable
{
    private readonly byte* _frames = (byte*)NativeMemory.AlignedAlloc((nuint)(kernel.FrameSize * threads), 64);
    private readonly int[] _barriers = new int[threads];

    public void Run(GroupRun run, Turns turns, ArgumentStore store)
    {
        for (var thread = 0; thread < threads; thread++)
        {
            var frame = _frames + (thread * kernel.FrameSize);
            Suspendable.Restart(frame);
            store(new Frame(frame, kernel.ParameterOffsets));
        }

        do
        {
            foreach (var thread in turns.Next())
            {
                Step(run, thread);
            }

            while (Array.Exists(_barriers, Suspendable.IsOfWarp))
            {
                CheckWarps(run);
                foreach (var thread in turns.Next())
                {
                    if (Suspendable.IsOfWarp(_barriers[thread]))
                    {
                        Step(run, thread);
                    }
                }
            }

            var other = Array.FindIndex(_barriers, barrier => barrier != _barriers[0]);
            if (other >= 0)
            {
                throw new DivergentBarrierException(
                    $"kernel '{run.Kernel}', group {run.Group} of {run.Groups}: thread 0 {Place(0)}, thread {other} {Place(other)}");
            }
        }
        while (_barriers[0] != 0);
    }

    public void Dispose() => NativeMemory.AlignedFree(_frames);

    private void Step(GroupRun run, int thread)
    {
        run.Thread = thread;
        _barriers[thread] = kernel.Step(_frames + (thread * kernel.FrameSize)) == 0 ? 0 : run.Barrier;
    }

    /// <summary>An instruction of a warp is one for all of its threads.</summary>
    private void CheckWarps(GroupRun run)
    {
        for (var first = 0; first < threads; first += WarpProduct.Threads)
        {
            var warp = Math.Min(WarpProduct.Threads, threads - first);
            var here = Array.FindIndex(_barriers, first, warp, Suspendable.IsOfWarp);
            if (here < 0)
            {
                continue;
            }

            var other = warp < WarpProduct.Threads ? here : Array.FindIndex(_barriers, first, warp, barrier => barrier != _barriers[here]);
            if (other >= 0)
            {
                throw new DivergentBarrierException(warp < WarpProduct.Threads
                    ? $"kernel '{run.Kernel}', group {run.Group} of {run.Groups}: thread {here} {Place(here)}, and its warp has {warp} threads"
                    : $"kernel '{run.Kernel}', group {run.Group} of {run.Groups}: thread {here} {Place(here)}, thread {other} of its warp {Place(other)}");
            }
        }
    }

    private string Place(int thread) => _barriers[thread] == 0 ? "has ended" : $"waits at {Suspendable.BarrierName(_barriers[thread])}";
}
