using NetGen.Sequences.Tests.Networks;

namespace NetGen.Sequences.Tests.Tokens;

[Collection(nameof(ThreadCounts))]
public sealed class AllocationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public void Steady_Predict_and_Step_allocate_nothing(int batch) => ThreadCounts.With(2, () =>
    {
        var (net, optimizer) = (new Embedding33Net(1), new Adam(1e-3));
        var (tokens, labels, outputs) = (new int[batch * 9], new int[batch], new float[batch * 3]);
        var least = long.MaxValue;

        // Threads of the test host may allocate now and then; those of the network would do so every time.
        for (var attempt = 0; attempt < 40 && least > 0; attempt++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < 20; i++)
            {
                net.Predict(tokens, outputs);
                net.Step(tokens, labels, optimizer);
            }

            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        Assert.Equal(0, least);
        return true;
    });
}
