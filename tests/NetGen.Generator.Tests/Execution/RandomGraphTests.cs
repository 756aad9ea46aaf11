using System.Collections.Concurrent;
using NetGen.Generator.Tests.Reading;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Execution;

/// <summary>Random graphs in double precision, compiled and run: the kernels against the user's <c>Forward</c>, the gradients against differences.</summary>
public sealed class RandomGraphTests
{
    private const int Batch = 3;
    private const int Size = 8;

    // Compiling a network takes seconds, and both tests need each.
    private static readonly ConcurrentDictionary<int, RunnableNetwork> Networks = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, FuzzCount.Or(12))];

    [Theory, MemberData(nameof(Seeds))]
    public void Predict_agrees_with_Forward(int seed)
    {
        var (network, random) = (Compiled(seed), new Random(seed));
        var inputs = Normals(random, Batch * Size);

        var (expected, found) = (network.PredictUnfused(inputs), network.Predict(inputs));

        var rounding = Rounding(network, inputs, expected, random);
        Assert.Equal(Batch * Size, found.Length);
        for (var i = 0; i < found.Length; i++)
        {
            if (DecidedByRounding(rounding, i / Size))
            {
                continue;
            }

            var tolerance = (1e-10 * Math.Max(1, Math.Abs(expected[i]))) + rounding[i];
            Assert.True(
                expected[i].Equals(found[i]) || Math.Abs(found[i] - expected[i]) <= tolerance || !double.IsFinite(tolerance),
                $"value {i}: {found[i]:G17}, by Forward {expected[i]:G17}\n{RandomForward.ValidDouble(seed)}");
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Gradient_equals_differences_of_the_loss_that_it_returns(int seed)
    {
        var (network, random) = (Compiled(seed), new Random(seed));
        var (inputs, targets) = (Normals(random, Batch * Size), Normals(random, Batch * Size));
        var (gradients, inputGradients) = (new double[network.Parameters.Length], new double[inputs.Length]);
        var (unread, unreadInputs) = (new double[network.Parameters.Length], new double[inputs.Length]);

        var loss = network.Gradient(inputs, targets, gradients, inputGradients);

        // Of larger ones the differences would say nothing.
        if (!(Math.Abs(loss) < 1e9))
        {
            return;
        }

        double Loss() => network.Gradient(inputs, targets, unread, unreadInputs);
        var largest = gradients.Concat(inputGradients).Max(Math.Abs);
        AssertDerivatives(seed, "the inputs", loss, largest, inputs, inputGradients, Loss);
        foreach (var parameter in network.Parameters)
        {
            var values = network.Parameters[parameter.Name].ToArray();
            AssertDerivatives(seed, parameter.Name, loss, largest, values, gradients.AsSpan(parameter.Offset, parameter.Length), () =>
            {
                network.Parameters[parameter.Name].CopyFrom(values);
                return Loss();
            });
            network.Parameters[parameter.Name].CopyFrom(values);
        }
    }

    /// <summary>
    /// The network with weights of which none is zero, as biases are at first: what they alone decide would stand exactly at a kink, where differences do not see that there is one.
    /// </summary>
    private static RunnableNetwork Compiled(int seed) => Networks.GetOrAdd(seed, static key =>
    {
        var (network, random) = (RunnableNetwork.Of(RandomForward.ValidDouble(key)), new Random(key));
        foreach (var parameter in network.Parameters)
        {
            network.Parameters[parameter.Name].CopyFrom(Array.ConvertAll(Normals(random, parameter.Length), value => value * 0.4));
        }

        return network;
    });

    /// <summary>
    /// How much each output moves with the last digits of the inputs: rounding may do as much. It may even decide a comparison, of x − (x + 2) with its minimum for example, whose
    /// differences are nothing but rounding.
    /// </summary>
    private static double[] Rounding(RunnableNetwork network, double[] inputs, double[] expected, Random random)
    {
        var most = new double[expected.Length];
        for (var trial = 0; trial < 16; trial++)
        {
            var moved = network.PredictUnfused(Array.ConvertAll(inputs, x => x * (1 + ((random.NextDouble() - 0.5) * 1e-12))));
            for (var i = 0; i < most.Length; i++)
            {
                most[i] = Math.Max(most[i], Math.Abs(moved[i] - expected[i]));
            }
        }

        return most;
    }

    /// <summary>Whether a sample hangs on last digits, through a comparison of what is equal but for rounding; then nothing can be said of its outputs.</summary>
    private static bool DecidedByRounding(double[] rounding, int sample) => rounding.Skip(sample * Size).Take(Size).Max() > 1e-6;

    private static void AssertDerivatives(int seed, string tensor, double loss, double largest, double[] values, ReadOnlySpan<double> found, Func<double> function)
    {
        // Differences resolve the rounding of the loss over their step.
        var tolerance = (1e-6 * Math.Max(largest, 1e-3)) + (1e-10 * Math.Abs(loss));
        for (var i = 0; i < values.Length; i++)
        {
            if (CentralDifferences.Of(function, ref values[i]) is { } expected && !(Math.Abs(found[i] - expected) <= tolerance))
            {
                Assert.Fail($"by value {i} of {tensor}: {found[i]:G17}, by differences {expected:G17}; loss {loss:G6}, largest derivative {largest:G6}\n{RandomForward.ValidDouble(seed)}");
            }
        }
    }

    private static double[] Normals(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
}
