#if !SINGLE
using static NetGen.Ops;

namespace NetGen.Graphs.Tests.Gradients;

[Network(Precision = Precision.Double), Input(3), MeanSquaredError]
public partial class DetachedNet
{
    [Dense(2)] Layer seen, hidden;

    Tensor Forward(Tensor x) => seen(x) * Detach(hidden(x));
}

[Network(Precision = Precision.Double), Input(3), MeanSquaredError]
public partial class GivenFactorNet
{
    [Dense(2)] Layer seen;
    [Dense(2, Frozen = true)] Layer hidden;

    Tensor Forward(Tensor x) => seen(x) * hidden(x);
}

/// <summary>What is behind <c>Detach</c> gets no gradient, and all else the one that it has for a constant of the same values.</summary>
public sealed class DetachTests
{
    [Fact]
    public void Detach_keeps_the_gradient_from_what_made_the_value()
    {
        var (net, given) = (new DetachedNet(1), new GivenFactorNet(1));
        given.Parameters.CopyFrom(net.Parameters.ToArray());
        var random = new Random(5);
        var (inputs, targets) = (Subjects.Normals(6, random), Subjects.Normals(4, random));
        var (gradients, expected) = (new double[net.Parameters.Length], new double[net.Parameters.Length]);
        var inputGradients = new double[6];

        Assert.Equal(given.Loss(inputs, targets), net.Loss(inputs, targets), 1e-14);
        net.Gradient(inputs, targets, gradients, inputGradients);
        given.Gradient(inputs, targets, expected);

        foreach (var parameter in net.Parameters.Where(parameter => parameter.Name.StartsWith("hidden", StringComparison.Ordinal)))
        {
            Assert.All(gradients.AsSpan(parameter.Offset, parameter.Length).ToArray(), value => Assert.Equal(0, value));
        }

        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], gradients[i], 1e-13);
        }

        // The input reaches the loss through the other factor alone.
        var seen = net.Parameters["seen.dense1.weight"].ToArray();
        var outputs = net.Predict(inputs);
        var (factors, own) = (new double[4], new double[6]);
        for (var i = 0; i < 4; i++)
        {
            var hidden = net.Parameters["hidden.dense1.bias"].ToArray()[i % 2];
            for (var j = 0; j < 3; j++)
            {
                hidden += net.Parameters["hidden.dense1.weight"].ToArray()[((i % 2) * 3) + j] * inputs[((i / 2) * 3) + j];
            }

            factors[i] = hidden * 2 * (outputs[i] - targets[i]) / 4;
            for (var j = 0; j < 3; j++)
            {
                own[((i / 2) * 3) + j] += factors[i] * seen[((i % 2) * 3) + j];
            }
        }

        for (var i = 0; i < own.Length; i++)
        {
            Assert.Equal(own[i], inputGradients[i], 1e-13);
        }
    }
}
#endif
