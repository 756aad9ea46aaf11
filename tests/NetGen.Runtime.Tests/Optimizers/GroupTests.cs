using NetGen.Runtime;
using NetGen.Tests.Parameters;

namespace NetGen.Tests.Optimizers;

public sealed class GroupTests
{
    private readonly ParameterStorage<float> _storage = Storages.Stack<float>(1, 5, 4, 3);

    [Fact]
    public void First_group_that_matches_has_the_parameter()
    {
        Sgd sgd = new(1) { Groups = [new("dense2.*") { LearningRateFactor = 0 }, new("*.bias") { LearningRateFactor = 0.5 }] };
        float[] before = _storage.Parameters["dense2.bias"].ToArray();

        Gradients.Step(sgd, _storage, (_, _) => 1);

        Assert.Equal(before, _storage.Parameters["dense2.bias"].ToArray());
        Assert.All(_storage.Parameters["dense1.bias"].ToArray(), value => Assert.Equal(-0.5f, value));
    }

    [Fact]
    public void Learning_rate_set_between_steps_is_multiplied_by_the_factor()
    {
        Sgd sgd = new(1) { Groups = [new("*.bias") { LearningRateFactor = 0.5 }] };
        Gradients.Step(sgd, _storage, (_, _) => 1);
        sgd.LearningRate = 0.25;
        Gradients.Step(sgd, _storage, (_, _) => 1);

        Assert.All(_storage.Parameters["dense1.bias"].ToArray(), value => Assert.Equal(-0.625f, value));
    }

    [Fact]
    public void Pattern_without_a_parameter_is_refused_with_the_names_that_exist()
    {
        Adam adam = new() { Groups = [new("*.bias"), new("conv*")] };

        InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => adam.BeginStep(_storage));

        Assert.Equal("The parameter group 'conv*' matches no parameter of Net. It has: dense1.weight, dense1.bias, dense2.weight, dense2.bias.", refusal.Message);
        Assert.Equal(0, adam.Steps);
    }

    [Fact]
    public void Optimizers_that_decay_decoupled_refuse_a_second_decay()
    {
        Optimizer[] twice =
        [
            new AdamW { DecoupledWeightDecay = 0.1 }, new Lion { DecoupledWeightDecay = 0.1 }, new Lion { Groups = [new("*.bias") { DecoupledWeightDecay = 0.1 }] },
        ];

        Assert.All(twice, optimizer => Assert.Contains(
            "WeightDecay is decoupled already", Assert.Throws<InvalidOperationException>(() => optimizer.BeginStep(_storage)).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void List_of_groups_is_copied()
    {
        List<ParameterGroup> groups = [new("*.bias")];
        Adam adam = new() { Groups = groups };
        groups.Clear();

        Assert.Equal("*.bias", Assert.Single(adam.Groups).Pattern);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Func<object>[] wrong =
        [
            () => new Adam { ClipNorm = 0 }, () => new Adam { ClipNorm = double.NaN }, () => new Sgd { ClipValue = -1 }, () => new Sgd { AccumulationSteps = 0 },
            () => new Lion { L1 = -1 }, () => new Sgd { DecoupledWeightDecay = double.PositiveInfinity }, () => new Sgd { WeightDecay = -1 },
            () => new ParameterGroup("*") { LearningRateFactor = -1 }, () => new ParameterGroup("*") { WeightDecay = double.NaN },
            () => new ParameterGroup("*") { L1 = -1 }, () => new ParameterGroup("*") { DecoupledWeightDecay = -1 },
        ];

        Assert.All(wrong, make => Assert.Throws<ArgumentOutOfRangeException>(make));
        Assert.ThrowsAny<ArgumentException>(() => new ParameterGroup(" "));
        Assert.Throws<ArgumentNullException>(() => new Adam { Groups = [null!] });
    }

    [Fact]
    public void Every_setting_leaves_padding_at_zero_and_allocates_nothing()
    {
        foreach (string name in SettingsReference.Names)
        {
            Optimizer optimizer = SettingsReference.Create(name);
            _storage.Parameters.CopyFrom([.. Enumerable.Range(1, _storage.Parameters.Length).Select(value => value / 64f)]);
            ParameterBlock<float> gradients = new(_storage);
            gradients.CopyFromParameters();
            Gradients.Step(optimizer, _storage, gradients.Buffer.Address);
            Gradients.Step(optimizer, _storage, gradients.Buffer.Address);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int call = 0; call < 12; call++)
            {
                optimizer.BeginStep(_storage);
                if (optimizer.WantsWholeGradient)
                {
                    optimizer.TakeGradient(gradients.Buffer.Address);
                }
            }

            Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
            Assert.Equal(_storage.KernelLength - _storage.Parameters.Length, Count(_storage.Kernels));
        }
    }

    /// <summary>Zeros, which only padding has: no value of these steps is exactly zero.</summary>
    private static int Count(ReadOnlySpan<float> values) => values.Count(0f);
}
