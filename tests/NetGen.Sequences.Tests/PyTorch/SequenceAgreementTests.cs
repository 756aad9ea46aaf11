using NetGen.EndToEnd.Tests.PyTorch;

namespace NetGen.Sequences.Tests.PyTorch;

/// <summary>Every layer over tokens against the values that PyTorch gave.</summary>
public sealed class SequenceAgreementTests
{
    public static TheoryData<string> Cases => [.. ReferenceFiles.Cases.Keys];

    public static TheoryData<string> WeightedCases => [.. ReferenceFiles.Cases.Values.Where(stored => stored.HasWeights).Select(stored => stored.Name)];

    public static IEnumerable<object[]> SteppedCases =>
        from stored in ReferenceFiles.Cases.Values from optimizer in stored.Optimizers select new object[] { stored.Name, optimizer };

    [Fact]
    public void Every_network_has_stored_values_and_every_stored_case_a_network() =>
        Assert.Equal(Subjects.Names.Order(StringComparer.Ordinal), ReferenceFiles.Cases.Keys.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Cases))]
    public void Parameters_have_the_names_shapes_and_order_of_a_state_dict(string name)
    {
        var stored = ReferenceFiles.Cases[name];
        var net = Subjects.Create(name);

        Assert.Equal(stored.Below("parameter/").Select(entry => entry.Name), net.Parameters.Select(parameter => parameter.Name));
        Assert.All(stored.Below("parameter/"), entry => Assert.Equal(entry.Tensor.Shape, net.Parameters[entry.Name].Shape));
    }

    [Theory, MemberData(nameof(Cases))]
    public void Predict_gives_the_values_of_PyTorch(string name)
    {
        var stored = Load(name, out var net);
        var outputs = new float[stored["predictions"].Length];

        net.Predict(Whole(stored["inputs"]), outputs);

        Agreement.Assert("predictions", stored["predictions"], outputs);
    }

    [Theory, MemberData(nameof(Cases))]
    public void Loss_gives_the_value_of_PyTorch(string name)
    {
        var stored = Load(name, out var net);

        Agreement.Assert("loss", stored["loss"], [net.Loss(Whole(stored["inputs"]), Whole(stored["targets"]))]);
    }

    [Theory, MemberData(nameof(Cases))]
    public void Gradient_gives_the_derivatives_of_PyTorch(string name)
    {
        var stored = Load(name, out var net);
        var gradients = new float[net.Parameters.Length];
        Array.Fill(gradients, float.NaN);

        Agreement.Assert("loss", stored["loss"], [net.Gradient(Whole(stored["inputs"]), Whole(stored["targets"]), gradients)]);

        foreach (var (parameter, expected) in stored.Below("gradient/"))
        {
            Agreement.Assert(parameter, expected.Values, gradients.AsSpan(net.Parameters[parameter].Offset, net.Parameters[parameter].Length));
        }
    }

    [Theory, MemberData(nameof(WeightedCases))]
    public void Sample_weights_weigh_the_loss(string name)
    {
        var stored = Load(name, out var net);

        Agreement.Assert("loss", stored["weighted/loss"], [net.Loss(Whole(stored["inputs"]), Whole(stored["targets"]), stored["weights"])]);
    }

    [Theory, MemberData(nameof(SteppedCases))]
    public void Steps_lead_to_the_weights_of_PyTorch(string name, string optimizer)
    {
        var stored = Load(name, out var net);
        var ours = Optimizers.Create(optimizer);

        for (var step = 0; step < StoredCase.Steps; step++)
        {
            net.Step(Whole(stored["inputs"]), Whole(stored["targets"]), ours);
        }

        foreach (var (parameter, expected) in stored.Below($"after/{optimizer}/"))
        {
            Agreement.Assert(parameter, expected.Values, ((Parameter<float>)net.Parameters[parameter]).ToArray());
        }
    }

    private static StoredCase Load(string name, out ITrainable<int, int> net)
    {
        var stored = ReferenceFiles.Cases[name];
        net = Subjects.Create(name);
        foreach (var (parameter, tensor) in stored.Below("parameter/"))
        {
            ((Parameter<float>)net.Parameters[parameter]).CopyFrom(tensor.Values);
        }

        return stored;
    }

    private static int[] Whole(float[] values) => Array.ConvertAll(values, value => (int)value);
}
