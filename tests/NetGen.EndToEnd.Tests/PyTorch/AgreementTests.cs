namespace NetGen.EndToEnd.Tests.PyTorch;

/// <summary>Every layer, activation and loss against the values that PyTorch gave.</summary>
public sealed class AgreementTests
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
        var subject = Subjects.Create(stored);

        var offset = 0;
        Assert.Equal(stored.Below("parameter/").Select(entry => entry.Name), subject.Parameters.Select(parameter => parameter.Name));
        foreach (var (parameter, tensor) in stored.Below("parameter/"))
        {
            Assert.Equal(tensor.Shape, subject.Parameters[parameter].Shape);
            Assert.Equal(tensor.Values, subject.Parameters[parameter].ToArray());
            Assert.Equal(offset, subject.Parameters[parameter].Offset);
            offset += tensor.Values.Length;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Predict_gives_the_values_of_PyTorch(string name)
    {
        var stored = ReferenceFiles.Cases[name];

        Agreement.Assert("predictions", stored["predictions"], Subjects.Create(stored).Predict(stored["inputs"]));
    }

    [Theory, MemberData(nameof(Cases))]
    public void Loss_gives_the_value_of_PyTorch(string name)
    {
        var stored = ReferenceFiles.Cases[name];

        Agreement.Assert("loss", stored["loss"], [Subjects.Create(stored).Loss(stored["inputs"], stored["targets"])]);
    }

    [Theory, MemberData(nameof(Cases))]
    public void Gradient_gives_the_derivatives_by_parameters(string name)
    {
        var stored = ReferenceFiles.Cases[name];
        var subject = Subjects.Create(stored);

        var (loss, gradients) = subject.Gradient(stored["inputs"], stored["targets"]);

        Agreement.Assert("loss", stored["loss"], [loss]);
        AssertGradients(stored, "gradient/", subject, gradients);
    }

    [Theory, MemberData(nameof(Cases))]
    public void Gradient_gives_the_derivatives_by_inputs(string name)
    {
        var stored = ReferenceFiles.Cases[name];
        var subject = Subjects.Create(stored);

        var (loss, gradients, inputGradients) = subject.Backward(stored["inputs"], stored["targets"], weights: null);

        Agreement.Assert("loss", stored["loss"], [loss]);
        AssertGradients(stored, "gradient/", subject, gradients);
        Agreement.Assert("inputs", stored["inputgradient"], inputGradients);
    }

    [Theory, MemberData(nameof(WeightedCases))]
    public void Sample_weights_weigh_loss_and_gradients(string name)
    {
        var stored = ReferenceFiles.Cases[name];
        var subject = Subjects.Create(stored);

        var evaluated = subject.Loss(stored["inputs"], stored["targets"], stored["weights"]);
        var (loss, gradients, inputGradients) = subject.Backward(stored["inputs"], stored["targets"], stored["weights"]);

        Agreement.Assert("Loss", stored["weighted/loss"], [evaluated]);
        Agreement.Assert("loss", stored["weighted/loss"], [loss]);
        AssertGradients(stored, "weighted/gradient/", subject, gradients);
        Agreement.Assert("inputs", stored["weighted/inputgradient"], inputGradients);
    }

    [Theory, MemberData(nameof(SteppedCases))]
    public void Steps_lead_to_the_weights_of_PyTorch(string name, string optimizer)
    {
        var stored = ReferenceFiles.Cases[name];
        var subject = Subjects.Create(stored);
        var ours = Optimizers.Create(optimizer);

        Agreement.Assert("loss of the first step", stored["loss"], [subject.Step(stored["inputs"], stored["targets"], ours)]);
        for (var step = 1; step < StoredCase.Steps; step++)
        {
            subject.Step(stored["inputs"], stored["targets"], ours);
        }

        foreach (var (parameter, expected) in stored.Below($"after/{optimizer}/"))
        {
            Agreement.Assert(parameter, expected.Values, subject.Parameters[parameter].ToArray());
        }
    }

    private static void AssertGradients(StoredCase stored, string prefix, Subject subject, float[] gradients)
    {
        foreach (var (name, expected) in stored.Below(prefix))
        {
            var parameter = subject.Parameters[name];
            Agreement.Assert(name, expected.Values, gradients.AsSpan(parameter.Offset, parameter.Length));
        }
    }
}
