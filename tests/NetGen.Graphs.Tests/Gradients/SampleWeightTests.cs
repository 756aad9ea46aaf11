#if !SINGLE
namespace NetGen.Graphs.Tests.Gradients;

/// <summary>Weights of samples where there are several outputs and losses.</summary>
public sealed class SampleWeightTests
{
    [Fact]
    public void Weights_of_samples_count_in_every_loss()
    {
        var (net, random) = (new WeightedLossesNet(1), new Random(6));
        var (inputs, near, far) = (Subjects.Normals(12, random), Subjects.Normals(6, random), Subjects.Normals(6, random));

        var weighted = net.Loss(inputs, near, far, [1, 0, 3]);

        var first = net.Loss(inputs[..4], near[..2], far[..2]);
        var last = net.Loss(inputs[8..], near[4..], far[4..]);
        Assert.Equal((first + (3 * last)) / 4, weighted, 1e-13);
    }

    [Fact]
    public void Gradient_of_weighted_samples_is_the_weighted_mean_of_theirs()
    {
        var (net, random) = (new WeightedLossesNet(1), new Random(7));
        var (inputs, near, far) = (Subjects.Normals(8, random), Subjects.Normals(4, random), Subjects.Normals(4, random));
        var (first, second, both) = (new double[net.Parameters.Length], new double[net.Parameters.Length], new double[net.Parameters.Length]);

        net.Gradient(inputs[..4], near[..2], far[..2], first);
        net.Gradient(inputs[4..], near[2..], far[2..], second);
        net.Gradient(inputs, near, far, [0.5, 1.5], both, new double[8]);

        for (var i = 0; i < both.Length; i++)
        {
            Assert.Equal((0.25 * first[i]) + (0.75 * second[i]), both[i], 1e-13);
        }
    }
}
#endif
