using Xunit.Abstractions;

namespace NetGen.Graphs.Tests;

/// <summary>The compiled graph and the user's Forward, run operation by operation, agree; so do single samples and batches.</summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
#if SINGLE
    private const double Tolerance = 1e-5;
#else
    private const double Tolerance = 1e-12;
#endif

    public static TheoryData<string> Graphs => [.. Subjects.Names];

    public static TheoryData<string, int> Batches
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var name in Subjects.Names)
            {
                foreach (var batch in new[] { 1, 2, 5, 33 })
                {
                    data.Add(name, batch);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Batches))]
    public void Predict_agrees_with_Forward(string name, int batch)
    {
        var random = new Random(batch);
        var subject = Subjects.Create(name, random);
        var inputs = Subjects.Draw(subject, batch, random).Inputs;

        var (expected, actual) = (subject.Unfused(inputs), subject.Predict(inputs));

        Assert.Equal(subject.OutputSizes.Length, expected.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(batch * subject.OutputSizes[i], actual[i].Length);
            AssertClose(expected[i], actual[i], $"output {i}");
        }
    }

    [Theory, MemberData(nameof(Graphs))]
    public void Trace_names_the_intermediate_values_and_ends_in_the_prediction(string name)
    {
        var random = new Random(6);
        var subject = Subjects.Create(name, random);
        var inputs = Subjects.Draw(subject, 2, random).Inputs;

        var trace = subject.Trace(inputs);

        output.WriteLine(trace.ToString());
        Assert.True(trace.Count > subject.InputSizes.Length);
        Assert.All(trace, entry => Assert.NotEmpty(entry.Key));
        var predicted = subject.Predict(inputs);
        Assert.Equal(predicted.Length, trace.Outputs.Count);
        for (var i = 0; i < predicted.Length; i++)
        {
            AssertClose(Numbers(trace.Outputs[i]), predicted[i], $"output {i}");
        }
    }

    [Theory, MemberData(nameof(Graphs))]
    public void Diagrams_have_a_box_per_node(string name)
    {
        var info = Subjects.Create(name).Info;

        Assert.NotEmpty(info.Nodes);
        Assert.StartsWith("flowchart", info.ToMermaid(), StringComparison.Ordinal);
        Assert.StartsWith("digraph", info.ToDot(), StringComparison.Ordinal);
        Assert.NotEmpty(info.Summary());
    }

    private static Number[] Numbers(Tensor tensor) => Array.ConvertAll(tensor.ToDoubleArray(), value => (Number)value);

    private void AssertClose(Number[] expected, Number[] actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        var largest = Math.Max(1, expected.Max(value => Math.Abs((double)value)));
        var error = expected.Zip(actual, (a, b) => Math.Abs((double)a - b)).Aggregate(0.0, (a, b) => b <= a ? a : b) / largest;
        output.WriteLine($"{what}: {error:G3}");
        Assert.True(error <= Tolerance, $"{what}: {error:G3} of the largest value\nForward  {string.Join(' ', expected)}\ncompiled {string.Join(' ', actual)}");
    }
}
