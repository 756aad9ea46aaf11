using NetGen.Generator.Tests.Reading;

namespace NetGen.Generator.Tests.Execution;

/// <summary>Parameters that no step of <c>Forward</c> reads: part of the network all the same.</summary>
public sealed class UnreadParameterTests
{
    private const string Source = GraphSource.Usings + """
        [Network(Precision = Precision.Double), Input(3), MeanSquaredError]
        public partial class Net
        {
            [Parameter(2, 3)] Tensor unread;
            [Dense(2)] Layer head;
            [Block<Gain>(4)] Gain uncalled;
            Tensor Forward(Tensor x) => head(x);
        }
        [Block] public partial class Gain
        {
            [Parameter(A)] Tensor factor;
            public Tensor Forward(Tensor x) => x * factor;
        }
        """;

    [Fact]
    public void Unread_parameters_stand_in_the_file_in_the_order_of_the_declaration()
    {
        var network = RunnableNetwork.Of(Source);

        Assert.Equal(["unread", "head.dense1.weight", "head.dense1.bias", "uncalled.factor"], network.Parameters.Select(parameter => parameter.Name));
        Assert.Equal([2, 3], network.Parameters["unread"].Shape);
        Assert.Equal([4], network.Parameters["uncalled.factor"].Shape);
    }

    [Fact]
    public void Unread_parameters_have_the_derivative_zero()
    {
        var network = RunnableNetwork.Of(Source);
        var gradients = new double[network.Parameters.Length];
        Array.Fill(gradients, double.NaN);

        network.Gradient([1, 2, 3], [1, 2], gradients, new double[3]);

        foreach (var name in new[] { "unread", "uncalled.factor" })
        {
            var parameter = network.Parameters[name];
            Assert.All(gradients[parameter.Offset..(parameter.Offset + parameter.Length)], derivative => Assert.Equal(0, derivative));
        }

        Assert.DoesNotContain(double.NaN, gradients);
        Assert.Equal(network.PredictUnfused([1, 2, 3]), network.Predict([1, 2, 3]), (a, b) => Math.Abs(a - b) < 1e-12);
    }
}
