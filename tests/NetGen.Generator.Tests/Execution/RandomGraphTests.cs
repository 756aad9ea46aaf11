using NetGen.Generator.Tests.Reading;
using NetGen.Testing;
using Xunit.Abstractions;

namespace NetGen.Generator.Tests.Execution;

/// <summary>Random graphs, compiled and run: the kernels against the user's <c>Forward</c>, the gradients against differences.</summary>
public sealed class RandomGraphTests(ITestOutputHelper output)
{
    private const int Batch = 3;
    private const int Size = 8;

    [Fact]
    public void Random_graphs_run_as_their_Forward_does()
    {
        var failures = new List<string>();
        var count = FuzzCount.Or(12);
        var first = int.Parse(Environment.GetEnvironmentVariable("FIRST") ?? "0");
        for (var seed = first; seed < first + count; seed++)
        {
            var source = RandomForward.Valid(seed).Replace("[Network,", "[Network(Precision = Precision.Double),", StringComparison.Ordinal);
            var network = RunnableNetwork.Of(source);
            var random = new Random(seed);
            var inputs = Normals(Batch * Size, random);
            var targets = Normals(Batch * Size, random);
            var expected = network.PredictUnfused(inputs);
            var found = network.Predict(inputs);
            var moved = network.PredictUnfused(Array.ConvertAll(inputs, x => x * (1 + 1e-12)));
            double error = 0, noise = 0, largest = 0;
            for (var i = 0; i < found.Length; i++)
            {
                var scale = Math.Max(1, Math.Abs(expected[i]));
                error = Worse(error, expected[i].Equals(found[i]) ? 0 : Math.Abs(found[i] - expected[i]) / scale);
                noise = Worse(noise, expected[i].Equals(moved[i]) ? 0 : Math.Abs(moved[i] - expected[i]) / scale);
                largest = Worse(largest, Math.Abs(expected[i]));
            }

            var gradients = new double[network.Parameters.Length];
            var inputGradients = new double[inputs.Length];
            var loss = network.Gradient(inputs, targets, gradients, inputGradients);
            double worst = 0, top = 0;
            int kinks = 0;
            if (double.IsFinite(loss))
            {
                var (unread, unreadInputs) = (new double[gradients.Length], new double[inputs.Length]);
                double F() => network.Gradient(inputs, targets, unread, unreadInputs);
                for (var i = 0; i < inputs.Length; i++)
                {
                    if (CentralDifferences.Of(F, ref inputs[i]) is { } d)
                    {
                        top = Math.Max(top, Math.Abs(d));
                        worst = Worse(worst, Math.Abs(d - inputGradients[i]));
                    }
                    else
                    {
                        kinks++;
                    }
                }
            }

            output.WriteLine($"seed {seed}: error {error:G3}, noise {noise:G3}, largest {largest:G3}, loss {loss:G3}, gradient {worst:G3} of {top:G3}, kinks {kinks}");
            if (!(error < 1e-10) || !(worst <= 1e-6 * Math.Max(1, top)))
            {
                output.WriteLine(source[source.IndexOf("Tensor Forward", StringComparison.Ordinal)..source.IndexOf("[Block]", StringComparison.Ordinal)]);
            }
        }

        Assert.Empty(failures);
    }

    private static double Worse(double a, double b) => b <= a ? a : b;

    private static double[] Normals(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
}
