using NetGen.Runtime;
using NetGen.Tests.Parameters;

namespace NetGen.Tests.Optimizers;

public sealed class BindingTests
{
    [Fact]
    public void An_optimizer_of_one_network_is_refused_by_another()
    {
        Adam adam = new();
        adam.BeginStep(Storages.Vector<float>(16, "First"));

        InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => adam.BeginStep(Storages.Vector<float>(16, "Second")));

        Assert.Equal("This Adam belongs to First, whose state it keeps, and was given to Second. Make one optimizer per network.", refusal.Message);
        Assert.Equal(1, adam.Steps);
    }

    [Fact]
    public void Another_instance_of_the_same_class_is_another_network()
    {
        Adam adam = new();
        adam.BeginStep(Storages.Vector<float>(16));

        InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => adam.BeginStep(Storages.Vector<float>(16)));

        Assert.Contains("was given to another Net", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesterov_without_momentum_is_refused_at_the_first_step()
    {
        Sgd sgd = new(nesterov: true);

        Assert.Throws<InvalidOperationException>(() => sgd.BeginStep(Storages.Vector<float>(16)));
        Assert.Equal(0, sgd.Steps);
    }

    [Fact]
    public void A_new_learning_rate_holds_from_the_next_step()
    {
        Sgd sgd = new(1);
        ParameterStorage<float> storage = Storages.Vector<float>(16);
        AlignedBuffer gradients = new(64);
        gradients.Span<float>(0, 16).Fill(1);
        foreach (double rate in new[] { 1, 0.5, 0.25 })
        {
            sgd.LearningRate = rate;
            sgd.BeginStep(storage);
            sgd.Update(ref Memory.At<float>(storage.Address), ref Memory.At<float>(gradients.Address), 0, 16);
        }

        Assert.All(storage.Parameters[0].ToArray(), value => Assert.Equal(-1.75f, value));
        Assert.Equal(3, sgd.Steps);
    }

    [Fact]
    public void Padding_stays_zero()
    {
        foreach (Func<Optimizer> make in Reference.Cases.Values)
        {
            Optimizer optimizer = make();
            ParameterStorage<float> storage = Storages.Vector<float>(3);
            AlignedBuffer gradients = new(64);
            gradients.Span<float>(0, 3).Fill(1);
            for (int step = 0; step < 3; step++)
            {
                optimizer.BeginStep(storage);
                optimizer.Update(ref Memory.At<float>(storage.Address), ref Memory.At<float>(gradients.Address), 0, 16);
            }

            for (int lane = 3; lane < 16; lane++)
            {
                Assert.Equal(0f, Memory.At<float>(storage.Address + (4 * lane)));
            }
        }
    }

    [Fact]
    public void Steps_after_the_first_allocate_nothing()
    {
        ParameterStorage<float> storage = Storages.Vector<float>(16);
        AlignedBuffer gradients = new(64);
        foreach (Func<Optimizer> make in Reference.Cases.Values)
        {
            Optimizer optimizer = make();
            Step();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int step = 0; step < 100; step++)
            {
                Step();
            }

            Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

            void Step()
            {
                optimizer.BeginStep(storage);
                optimizer.Update(ref Memory.At<float>(storage.Address), ref Memory.At<float>(gradients.Address), 0, 16);
            }
        }
    }
}
