using NetGen.EndToEnd.Tests.PyTorch;

namespace NetGen.Images.Tests.BatchNorms;

/// <summary>Batch norms against PyTorch: in training by the batch, in evaluation by what was gathered.</summary>
public sealed class BatchNormTests
{
    private static readonly Dictionary<string, StoredCase> Stored = ReferenceFiles.In(".BatchNorms.Reference.");

    public static TheoryData<string> Cases => [.. Stored.Keys];

    [Theory, MemberData(nameof(Cases))]
    public void Gradient_normalises_by_the_batch(string name)
    {
        var stored = Stored[name];
        var net = Create(stored);
        var (gradients, inputGradients) = (new float[net.Parameters.Length], new float[stored["inputs"].Length]);

        var loss = Gradient(net, stored["inputs"], Labels(stored), gradients, inputGradients);

        Agreement.Assert("loss", stored["loss"], [loss]);
        Agreement.Assert("input gradient", stored["inputgradient"], inputGradients);
        foreach (var (parameter, tensor) in stored.Below("gradient/"))
        {
            var place = net.Parameters[parameter];
            AssertGradient(parameter, tensor.Values, gradients.AsSpan(place.Offset, place.Length));
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Gradient_loss_and_prediction_gather_nothing(string name)
    {
        var stored = Stored[name];
        var net = Create(stored);
        var before = net.Buffers.Select(Values).ToList();

        _ = Gradient(net, stored["inputs"], Labels(stored), new float[net.Parameters.Length], []);
        _ = net.Loss(stored["inputs"], Labels(stored));
        net.Predict(stored["inputs"], new float[stored["predictions"].Length]);

        Assert.Equal(before, net.Buffers.Select(Values));
    }

    /// <summary>A prediction applies factor and addend of a batch norm where its convolution ends; step by step they are one after the other.</summary>
    [Fact]
    public void Folded_prediction_is_the_unfolded_one()
    {
        var stored = Stored.Values.First(stored => Create(stored) is ImageNormNet);
        var net = (ImageNormNet)Create(stored);
        var optimizer = new Sgd(0.1);
        for (var step = 0; step < 20; step++)
        {
            _ = net.Step(stored["inputs"], Labels(stored), optimizer);
        }

        var (folded, unfolded) = (net.Predict(stored["inputs"]), net.PredictUnfused(stored["inputs"]));

        Assert.All(folded.Zip(unfolded), pair => Assert.Equal(pair.Second, pair.First, 1e-6f));
    }

    [Theory, MemberData(nameof(Cases))]
    public void Steps_gather_what_PyTorch_gathers_and_predictions_use_it(string name)
    {
        var stored = Stored[name];
        var net = Create(stored);
        var optimizer = new Sgd(0.1);
        for (var step = 0; step < 5; step++)
        {
            _ = net.Step(stored["inputs"], Labels(stored), optimizer);
        }

        foreach (var (state, tensor) in stored.Below("after/"))
        {
            AssertGradient(state, tensor.Values, net.Parameters.TryGet(state, out var parameter) ? Values(parameter) : Values(net.Buffers[state]));
        }

        var predictions = new float[stored["predictions"].Length];
        net.Predict(stored["inputs"], predictions);
        Agreement.Assert("predictions", stored["predictions"], predictions);
    }

    [Fact]
    public void A_layer_that_is_applied_twice_gathers_twice()
    {
        var net = new Doubles.BatchNormalisedNet(1);
        _ = net.Step(new double[4 * 40], [0, 1, 2, 0], new Sgd(0.1));

        Assert.Equal(2, Values(net.Buffers["shared.batchnorm1.num_batches_tracked"])[0]);
        Assert.Equal(1, Values(net.Buffers["first.batchnorm1.num_batches_tracked"])[0]);
    }

    // A bias in front of a batch norm has no gradient but rounding.
    private static void AssertGradient(string name, float[] expected, ReadOnlySpan<float> found)
    {
        if (expected.Max(Math.Abs) < 1e-6)
        {
            Assert.All(found.ToArray(), value => Assert.InRange(value, -1e-6f, 1e-6f));
            return;
        }

        Agreement.Assert(name, expected, found);
    }

    private static ITrainable<float, int> Create(StoredCase stored)
    {
        ITrainable<float, int> net = stored.Name switch { "image" => new ImageNormNet(1), "vector" => new VectorNormNet(1), _ => new SequenceNormNet(1) };
        foreach (var (parameter, tensor) in stored.Below("parameter/"))
        {
            ((Parameter<float>)net.Parameters[parameter]).CopyFrom(tensor.Values);
        }

        return net;
    }

    private static float Gradient(ITrainable<float, int> net, float[] inputs, int[] labels, float[] gradients, float[] inputGradients) => net switch
    {
        ImageNormNet image => image.Gradient(inputs, labels, gradients, inputGradients),
        VectorNormNet vector => vector.Gradient(inputs, labels, gradients, inputGradients),
        SequenceNormNet sequence => sequence.Gradient(inputs, labels, gradients, inputGradients),
        _ => throw new ArgumentOutOfRangeException(nameof(net)),
    };

    private static int[] Labels(StoredCase stored) => Array.ConvertAll(stored["targets"], value => (int)value);

    private static float[] Values(NetworkBuffer buffer)
    {
        var values = new float[buffer.Length];
        buffer.CopyTo(values);
        return values;
    }

    private static float[] Values(Parameter parameter) => ((Parameter<float>)parameter).ToArray();
}
