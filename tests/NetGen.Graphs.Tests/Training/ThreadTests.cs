using System.Diagnostics;

namespace NetGen.Graphs.Tests.Training;

[Collection(nameof(ThreadCounts))]
public sealed class ThreadTests
{
    private const int Calls = 20;

    public static TheoryData<string> Graphs => [.. Subjects.Names];

    public static TheoryData<string> OfValues => [.. Subjects.Names.Where(name => Subjects.Create(name).TargetSizes.All(size => size > 0))];

    [Theory, MemberData(nameof(Graphs))]
    public void Any_number_of_threads_gives_the_same_bits(string name)
    {
        (Number[] Weights, Number[][] Outputs, Number[] Gradients, Number[][] InputGradients) Run()
        {
            var random = new Random(11);
            var subject = Subjects.Create(name, random);
            var (inputs, targets) = Subjects.Draw(subject, 300, random);
            var (gradients, inputGradients, optimizer) = (new Number[subject.Parameters.Length], Array.ConvertAll(inputs, input => new Number[input.Length]), new Adam(1e-3));
            for (var step = 0; step < 5; step++)
            {
                subject.Step(inputs, targets, optimizer);
            }

            subject.Gradient(inputs, targets, gradients, inputGradients);
            return (subject.Weights, subject.Predict(inputs), gradients, inputGradients);
        }

        var (one, two) = (ThreadCounts.With(1, Run), ThreadCounts.With(2, Run));

        Assert.Equal(one.Weights, two.Weights);
        Assert.Equal(one.Outputs, two.Outputs);
        Assert.Equal(one.Gradients, two.Gradients);
        Assert.Equal(one.InputGradients, two.InputGradients);
    }

    /// <summary>Labels are converted by the tests themselves, which allocates.</summary>
    [Theory, MemberData(nameof(OfValues))]
    public void Steady_Step_allocates_nothing(string name) => ThreadCounts.With(2, () =>
    {
        var random = new Random(12);
        var subject = Subjects.Create(name, random);
        var (inputs, targets) = Subjects.Draw(subject, 64, random);
        var optimizer = new Adam(1e-3);
        subject.Step(inputs, targets, optimizer);
        var began = Stopwatch.GetTimestamp();
        subject.Step(inputs, targets, optimizer);

        // Threads of the test host allocate now and then, some of them ten times a second: that is longer than an attempt lasts. Those of the network would do so every time.
        var calls = Math.Clamp((int)(TimeSpan.FromMilliseconds(50) / Stopwatch.GetElapsedTime(began)), 2, Calls);
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 40 && least > 0; attempt++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < calls; i++)
            {
                subject.Step(inputs, targets, optimizer);
            }

            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        Assert.Equal(0, least);
        return true;
    });
}
