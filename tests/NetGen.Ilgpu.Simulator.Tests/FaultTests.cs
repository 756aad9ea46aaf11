using ILGPU;
using ILGPU.Runtime;
using ILGPU.Simulation;

namespace NetGen.Ilgpu.Simulator.Tests;

public sealed class FaultTests
{
    private static TFault Fault<TFault>(Action<ArrayView<float>> kernel, int threads = 8)
        where TFault : KernelFaultException
    {
        using var device = new Device();
        return Assert.Throws<TFault>(() => device.Run(kernel, 1, threads, new float[threads]));
    }

    [Fact]
    public void Access_behind_the_end_names_kernel_index_and_thread()
    {
        var fault = Fault<OutOfRangeAccessException>(Faulty.Beyond);

        Assert.Equal("index 8 of a view of 8 values (a buffer of 8 values of 4 bytes) in kernel 'Beyond', group 0 of 1, thread 7 of 8", fault.Message);
    }

    [Fact]
    public void Access_before_the_beginning_is_found() => Assert.StartsWith("index -1", Fault<OutOfRangeAccessException>(Faulty.Before).Message, StringComparison.Ordinal);

    [Fact]
    public void Access_outside_of_a_part_is_found() => Assert.StartsWith("index 4 of a view of 4", Fault<OutOfRangeAccessException>(Faulty.BeyondPart).Message, StringComparison.Ordinal);

    [Fact]
    public void Access_outside_of_shared_memory_is_found() => Assert.Contains("shared memory", Fault<OutOfRangeAccessException>(Faulty.BeyondShared, 16).Message, StringComparison.Ordinal);

    [Fact]
    public void A_barrier_that_some_threads_never_reach_is_found()
    {
        var fault = Fault<DivergentBarrierException>(Faulty.SomeEnd);

        Assert.Equal("kernel 'SomeEnd', group 0 of 1: thread 0 waits at barrier 1 of 'SomeEnd', thread 5 has ended", fault.Message);
    }

    [Fact]
    public void Threads_that_wait_at_different_barriers_are_found() =>
        Assert.Contains("thread 5 waits at barrier 2", Fault<DivergentBarrierException>(Faulty.TwoPlaces).Message, StringComparison.Ordinal);

    [Fact]
    public void More_shared_memory_than_48_KB_is_found() => Assert.StartsWith("49156 bytes", Fault<SharedMemoryException>(Faulty.MuchShared).Message, StringComparison.Ordinal);

    [Fact]
    public void A_view_cast_where_it_is_not_aligned_is_found() => Fault<OutOfRangeAccessException>(Faulty.Shifted, 16);

    [Fact]
    public void A_reference_to_a_variable_across_a_barrier_is_found() => Fault<UnsupportedKernelException>(Faulty.ReferenceAcrossBarrier);

    [Fact]
    public void What_ILGPU_does_not_compile_is_found()
    {
        Fault<UnsupportedKernelException>(Faulty.Throwing);
        Fault<UnsupportedKernelException>(Faulty.Fused);
        Fault<UnsupportedKernelException>(Faulty.Largest);
        Fault<UnsupportedKernelException>(Faulty.Array);
    }

    [Fact]
    public void More_threads_than_the_device_has_are_refused() => Fault<LaunchException>(Faulty.Beyond, 1025);
}
