using NetGen.Runtime;
using NetGen.Tests.Parameters;

namespace NetGen.Tests.Optimizers;

/// <summary>What a checkpoint keeps of an optimizer is all that its next steps depend on.</summary>
public sealed class StateTests
{
    public static TheoryData<string> Cases() => [.. Reference.Cases.Keys, .. s_more.Keys];

    private static readonly Dictionary<string, Func<Optimizer>> s_more = new()
    {
        ["accumulation"] = () => new Adam(0.02, amsgrad: true) { AccumulationSteps = 3, ClipNorm = 0.5 },
        ["groups"] = () => new Sgd(0.05, momentum: 0.9) { Groups = [new("*.bias") { LearningRateFactor = 0.1 }], L1 = 0.01, ClipValue = 0.5 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Restored_optimizer_goes_on_with_the_same_bits(string name)
    {
        Func<Optimizer> make = Reference.Cases.GetValueOrDefault(name) ?? s_more[name];
        Run first = new(make(), Storages.Stack<float>(1, 37, 21, 3));
        first.Steps(7, from: 0);
        ParameterStorage<float> copy = Storages.Stack<float>(2, 37, 21, 3);
        copy.Parameters.CopyFrom(first.Storage.Parameters.ToArray());
        Run second = new(make(), copy);
        second.Optimizer.Attach(copy.Parameters);
        Restore(first, second);

        first.Steps(8, from: 7);
        second.Steps(8, from: 7);

        Assert.Equal(first.Storage.Kernels, second.Storage.Kernels);
        Assert.Equal(first.Optimizer.Counters, second.Optimizer.Counters);
    }

    [Fact]
    public void State_has_PyTorchs_names()
    {
        Assert.Equal(["exp_avg", "exp_avg_sq"], Names(new Adam()));
        Assert.Equal(["exp_avg", "exp_avg_sq", "max_exp_avg_sq"], Names(new AdamW(amsgrad: true)));
        Assert.Equal([], Names(new Sgd()));
        Assert.Equal(["momentum_buffer", "accumulated_gradient"], Names(new Sgd(momentum: 0.9) { AccumulationSteps = 2 }));
        Assert.Equal(["square_avg", "grad_avg", "momentum_buffer"], Names(new RmsProp(momentum: 0.5, centered: true)));
        Assert.Equal(["square_avg", "momentum_buffer"], Names(new RmsProp(momentum: 0.5)));
        Assert.Equal(["sum"], Names(new Adagrad()));
        Assert.Equal(["exp_avg"], Names(new Lion()));
    }

    [Fact]
    public void Initial_accumulator_is_the_state_of_every_value_and_of_no_padding()
    {
        Adagrad adagrad = new(initialAccumulator: 0.25);
        ParameterStorage<float> storage = Storages.Stack<float>(1, 5, 3);
        adagrad.Attach(storage.Parameters);
        ParameterBlock<float> sums = (ParameterBlock<float>)adagrad.StateBlocks[0].Block;

        float[] values = sums.Buffer.Span<float>(0, storage.KernelLength).ToArray();

        Assert.Equal(storage.Parameters.Length, values.Count(value => value == 0.25f));
        Assert.Equal(storage.KernelLength - storage.Parameters.Length, values.Count(value => value == 0));
    }

    [Fact]
    public void Counters_of_an_optimizer_without_a_network_are_not_set()
    {
        Adam adam = new();

        Assert.Throws<InvalidOperationException>(() => adam.Counters = new OptimizerCounters(1, 0, 0.9, 0.999, 0.1));
        Assert.Equal(new OptimizerCounters(0, 0, 1, 1, 0.001), adam.Counters);
        Assert.Empty(adam.StateBlocks);
    }

    [Fact]
    public void Description_holds_every_fixed_setting_and_no_learning_rate()
    {
        Adam adam = new(0.1, beta1: 0.85, epsilon: 1e-7)
        {
            ClipNorm = 1.5, AccumulationSteps = 2, L1 = 0.125, Groups = [new("*.bias") { LearningRateFactor = 0.5, WeightDecay = 0 }],
        };

        Assert.Equal(
            "Adam: Beta1 0.85, Beta2 0.999, Epsilon 1E-07, Amsgrad False; WeightDecay 0, DecoupledWeightDecay 0, L1 0.125, ClipNorm 1.5, ClipValue none, AccumulationSteps 2; "
            + "group '*.bias': LearningRateFactor 0.5, WeightDecay 0, L1 none, DecoupledWeightDecay none",
            adam.Describe());
        Assert.Equal(new Lion(0.5).Describe(), new Lion(0.1).Describe());
    }

    private static string[] Names(Optimizer optimizer)
    {
        optimizer.Attach(Storages.Stack<double>(1, 5, 3).Parameters);
        return [.. optimizer.StateBlocks.Select(block => block.Name)];
    }

    /// <summary>Every block parameter by parameter, as a file would keep it.</summary>
    private static void Restore(Run from, Run to)
    {
        Assert.Equal(from.Optimizer.StateBlocks.Select(block => block.Name), to.Optimizer.StateBlocks.Select(block => block.Name));
        foreach (((_, ParameterBlock source), (_, ParameterBlock target)) in from.Optimizer.StateBlocks.Zip(to.Optimizer.StateBlocks))
        {
            for (int index = 0; index < from.Storage.Parameters.Count; index++)
            {
                byte[] bytes = new byte[from.Storage.Parameters[index].Length * sizeof(float)];
                source.Read(index, bytes);
                target.Write(index, bytes);
            }
        }

        to.Optimizer.Counters = from.Optimizer.Counters;
    }

    private sealed record Run(Optimizer Optimizer, ParameterStorage<float> Storage)
    {
        public void Steps(int count, int from)
        {
            for (int step = from; step < from + count; step++)
            {
                Gradients.Step(Optimizer, Storage, (index, parameter) => (float)Reference.Gradient(index % 97, step, parameter));
            }
        }
    }
}
