namespace NetGen.EndToEnd.Tests.Training;

[Collection(nameof(ThreadCounts))]
public sealed class AllocationTests
{
    private const int Calls = 50;

    private readonly WideNet _net = new(1);
    private readonly float[] _inputs = Samples.Singles(64 * 131, 1);
    private readonly int[] _labels = Samples.Labels(64, 10, 2);
    private readonly float[] _outputs = new float[64 * 10];

    [Theory]
    [InlineData(1, 64)]
    [InlineData(2, 64)]
    [InlineData(2, 1)]
    public void Steady_Step_allocates_nothing(int threads, int batch)
    {
        var optimizer = new Adam(1e-3);
        AssertNothing(threads, () => _net.Step(_inputs.AsSpan(0, batch * 131), _labels.AsSpan(0, batch), optimizer));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Steady_Step_with_every_setting_allocates_nothing(int threads)
    {
        var optimizer = new Adam(1e-3, weightDecay: 0.01)
        {
            ClipNorm = 1, ClipValue = 1, AccumulationSteps = 3, L1 = 1e-4, DecoupledWeightDecay = 0.01, Groups = [new("*.bias") { LearningRateFactor = 0.5 }],
        };
        AssertNothing(threads, () => _net.Step(_inputs, _labels, optimizer));
    }

    [Theory]
    [InlineData(1, 64)]
    [InlineData(2, 64)]
    [InlineData(2, 1)]
    public void Steady_Predict_allocates_nothing(int threads, int batch) =>
        AssertNothing(threads, () => _net.Predict(_inputs.AsSpan(0, batch * 131), _outputs.AsSpan(0, batch * 10)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Steady_Gradient_and_Loss_allocate_nothing(int threads)
    {
        var (gradients, inputGradients) = (new float[_net.Parameters.Length], new float[_inputs.Length]);
        AssertNothing(threads, () =>
        {
            _net.Gradient(_inputs, _labels, gradients, inputGradients);
            _net.Loss(_inputs, _labels);
        });
    }

    private static void AssertNothing(int threads, Action call) => ThreadCounts.With(threads, () =>
    {
        call();
        call();
        var (own, all) = (long.MaxValue, long.MaxValue);

        // Threads of the test host may allocate now and then; those of the network would do so every time.
        for (var attempt = 0; attempt < 40 && all > 0; attempt++)
        {
            var (ownBefore, allBefore) = (GC.GetAllocatedBytesForCurrentThread(), GC.GetTotalAllocatedBytes(precise: true));
            for (var i = 0; i < Calls; i++)
            {
                call();
            }

            all = Math.Min(all, GC.GetTotalAllocatedBytes(precise: true) - allBefore);
            own = Math.Min(own, GC.GetAllocatedBytesForCurrentThread() - ownBefore);
        }

        Assert.Equal((0, 0), (own, all));
        return true;
    });
}
