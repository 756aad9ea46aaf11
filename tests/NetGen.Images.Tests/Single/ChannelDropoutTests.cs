namespace NetGen.Images.Tests.Single;

/// <summary>The sum of all values, channels of which are dropped.</summary>
[Network, Input(17, 2, 3), SpatialDropout(0.4), Flatten]
[Dense(1, Bias = false, Init = Initializer.Ones), MeanSquaredError]
public partial class ChannelDropoutNet;

public sealed class ChannelDropoutTests
{
    private const int Positions = 6;

    private const double Rate = 0.4;

    private readonly ChannelDropoutNet _net = new(1);
    private readonly float[] _inputs = [.. Enumerable.Range(0, 17 * Positions).Select(index => 0.5f + (index / 128f))];

    [Fact]
    public void Channels_are_dropped_whole_or_scaled_at_the_rate()
    {
        var (dropped, all) = (0, 0);
        var weights = _net.Parameters["dense1.weight"].ToArray();
        for (var call = 0; call < 300; call++)
        {
            _net.Step(_inputs, [0], new Sgd(1e-12));
            var (gradients, inputGradients) = (new float[_net.Parameters.Length], new float[_inputs.Length]);
            var output = Math.Sqrt(_net.Gradient(_inputs, [0], gradients, inputGradients));
            foreach (var channel in inputGradients.Chunk(Positions))
            {
                Assert.True(channel.All(value => value == 0) || channel.All(value => Math.Abs(value - (2 * output / (1 - Rate))) < 1e-4 * output), string.Join(' ', channel));
                dropped += channel[0] == 0 ? 1 : 0;
                all++;
            }
        }

        Assert.Equal(weights, _net.Parameters["dense1.weight"].ToArray());

        // Four standard deviations.
        Assert.Equal(Rate, (double)dropped / all, 4 * Math.Sqrt(Rate * (1 - Rate) / all));
    }

    [Fact]
    public void Predict_drops_nothing() => Assert.Equal(_inputs.Sum(), _net.Predict(_inputs)[0], 1e-3f);
}
