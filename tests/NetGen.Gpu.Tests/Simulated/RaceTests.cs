using ILGPU.Simulation;

namespace NetGen.Gpu.Tests.Simulated;

/// <summary>In whatever order threads and groups have their turns, the bits are the same.</summary>
public sealed class RaceTests(OnDevice device) : IClassFixture<OnDevice>
{
    public static TheoryData<string> Networks => [.. NetworkTypes.Names];

    [Theory, MemberData(nameof(Networks))]
    public void Gradients_do_not_depend_on_the_order_of_threads(string name)
    {
        var expected = Gradients(name, ThreadOrder.ByNumber);
        var actual = Gradients(name, ThreadOrder.Shuffled(1));

        Assert.Equal(expected, actual);
    }

    private double[] Gradients(string name, ThreadOrder order)
    {
        var subject = OnDevice.Copy(Subject.Create(name, 4), device.Accelerator);
        using var disposed = (IDisposable)subject.Network;
        Simulator.Of(device.Accelerator).Order = order;
        var (loss, gradient, inputGradients) = subject.Gradient(Batch.Draw(subject, 65, 4));
        subject.Step(Batch.Draw(subject, 3, 5), new Sgd(0.01));
        return [loss, .. Samples.Widen(gradient), .. inputGradients.SelectMany(Samples.Widen), .. subject.Predict(Batch.Draw(subject, 65, 6)).SelectMany(Samples.Widen)];
    }
}
