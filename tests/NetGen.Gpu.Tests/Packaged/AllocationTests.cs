using ILGPU;
using ILGPU.Runtime;
using NetGen.EndToEnd.Tests.Training;
using NetGen.Runtime;

namespace NetGen.Gpu.Tests.Packaged;

/// <summary>Once memory has grown, calls allocate nothing but what ILGPU's accelerator on the processor does for each launch, which is measured by itself.</summary>
public sealed class AllocationTests(OnDevice device) : IClassFixture<OnDevice>
{
    private const int Batch = 9;

    private readonly float[] _inputs = new float[Batch * 7];
    private readonly int[] _labels = new int[Batch];
    private readonly float[] _outputs = new float[Batch * 3];
    private readonly float[] _gradients = new float[new SmallNet(1).Parameters.Length];

    [Fact]
    public void Step_allocates_nothing_of_its_own() => AssertNothing(gpu =>
    {
        var adam = new Adam();
        return () => gpu.Step(_inputs, _labels, adam);
    });

    [Fact]
    public void Step_that_clips_by_norm_allocates_nothing_of_its_own() => AssertNothing(gpu =>
    {
        var sgd = new Sgd(0.1) { ClipNorm = 1 };
        return () => gpu.Step(_inputs, _labels, sgd);
    });

    [Fact]
    public void Predict_allocates_nothing_of_its_own() => AssertNothing(gpu => () => gpu.Predict(_inputs, _outputs));

    [Fact]
    public void Loss_allocates_nothing_of_its_own() => AssertNothing(gpu => () => gpu.Loss(_inputs, _labels));

    [Fact]
    public void Gradient_allocates_nothing_of_its_own() => AssertNothing(gpu => () => gpu.Gradient(_inputs, _labels, _gradients));

    private void AssertNothing(Func<SmallNet.Gpu, Action> make)
    {
        using var gpu = new SmallNet(1).ToGpu(device.Accelerator);
        var action = make(gpu);
        var found = Allocated(action);
        gpu.IsTiming = true;
        action();
        var expected = 0L;
        foreach (var (name, (count, _)) in gpu.Times)
        {
            expected += count * (IsUpdate(name) ? OfUpdate() : OfRun());
        }

        Assert.Equal(expected, found);
    }

    private static bool IsUpdate(string kernel) => Enum.TryParse<DeviceRule>(kernel, out _) || kernel is "Squares" or "Norm" or "Accumulate" or "Sum";

    private long OfRun()
    {
        var launch = device.Accelerator.LoadKernel<ArrayView<float>, ArrayView<float>, ArrayView<float>, ArrayView<float>, ArrayView<int>, ArrayView<float>, GpuRun>(Run, new KernelSpecialization(32, null));
        return Allocated(() => launch(device.Accelerator.DefaultStream, new KernelConfig(1, 32), default, default, default, default, default, default, default));
    }

    private long OfUpdate()
    {
        var launch = device.Accelerator.LoadKernel<ArrayView<float>, ArrayView<float>, ArrayView<float>, ArrayView<int>, ArrayView<float>, GpuUpdate<float>>(Update, new KernelSpecialization(32, null));
        return Allocated(() => launch(device.Accelerator.DefaultStream, new KernelConfig(1, 32), default, default, default, default, default, default));
    }

    private static long Allocated(Action action)
    {
        for (var i = 0; i < 4; i++)
        {
            action();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Run(ArrayView<float> values, ArrayView<float> parameters, ArrayView<float> gradients, ArrayView<float> given, ArrayView<int> labels, ArrayView<float> results, GpuRun run)
    {
    }

    private static void Update(ArrayView<float> parameters, ArrayView<float> gradients, ArrayView<float> states, ArrayView<int> units, ArrayView<float> results, GpuUpdate<float> update)
    {
    }
}
