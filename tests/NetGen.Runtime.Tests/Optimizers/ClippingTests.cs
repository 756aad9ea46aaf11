using NetGen.Runtime;
using NetGen.Tests.Parameters;

namespace NetGen.Tests.Optimizers;

public sealed class ClippingTests
{
    private readonly ParameterStorage<double> _storage = Storages.Vector<double>(2);

    [Fact]
    public void Gradient_longer_than_the_limit_is_shortened_to_it()
    {
        Sgd sgd = new(1) { ClipNorm = 1 };

        Gradients.Step(sgd, _storage, (index, _) => index == 0 ? 3 : 4);

        Assert.Equal(5, sgd.GradientNorm);
        Assert.Equal([-3 / (5 + 1e-6), -4 / (5 + 1e-6)], _storage.Parameters.ToArray());
    }

    [Fact]
    public void Shorter_gradient_stays_as_it_is()
    {
        Sgd sgd = new(1) { ClipNorm = 5.5 };

        Gradients.Step(sgd, _storage, (index, _) => index == 0 ? 3 : 4);

        Assert.Equal([-3.0, -4], _storage.Parameters.ToArray());
    }

    [Fact]
    public void Infinite_limit_only_measures()
    {
        Sgd sgd = new(1) { ClipNorm = double.PositiveInfinity }, plain = new(1);

        Gradients.Step(sgd, _storage, (index, _) => index == 0 ? 30 : 40);
        Gradients.Step(plain, Storages.Vector<double>(2), (index, _) => index == 0 ? 30 : 40);

        Assert.Equal(50, sgd.GradientNorm);
        Assert.Equal([-30.0, -40], _storage.Parameters.ToArray());
        Assert.Null(plain.GradientNorm);
    }

    [Fact]
    public void Values_are_clipped_before_the_norm()
    {
        Sgd sgd = new(1) { ClipNorm = 1, ClipValue = 3 };

        Gradients.Step(sgd, _storage, (index, _) => index == 0 ? -3 : 40);

        Assert.Equal(Math.Sqrt(18), sgd.GradientNorm);
        Assert.Equal([3 / (Math.Sqrt(18) + 1e-6), -3 / (Math.Sqrt(18) + 1e-6)], _storage.Parameters.ToArray());
    }

    [Fact]
    public void Penalties_are_not_clipped()
    {
        Sgd sgd = new(1) { ClipValue = 1, L1 = 7, WeightDecay = 2 };
        _storage.Parameters.CopyFrom([1, -1]);

        Gradients.Step(sgd, _storage, (_, _) => 100);

        Assert.Equal([1 - (1.0 + 7 + 2), -1 - (1.0 - 7 - 2)], _storage.Parameters.ToArray());
    }

    [Fact]
    public void Frozen_parameters_are_in_no_norm_and_in_no_update()
    {
        ParameterStorage<float> storage = Storages.Stack<float>(1, 5, 3);
        storage.Parameters.Freeze("*.bias");
        float[] bias = storage.Parameters["dense1.bias"].ToArray();
        Sgd sgd = new(1) { ClipNorm = 1, L1 = 0.1, DecoupledWeightDecay = 0.1, WeightDecay = 0.1, AccumulationSteps = 2 };

        Gradients.Step(sgd, storage, (index, _) => index < 15 ? 1 : 1000);
        Gradients.Step(sgd, storage, (index, _) => index < 15 ? 1 : 1000);

        Assert.Equal(Math.Sqrt(15), sgd.GradientNorm);
        Assert.Equal(bias, storage.Parameters["dense1.bias"].ToArray());
    }

    [Fact]
    public void Gradient_that_is_not_finite_reaches_the_parameters_as_in_PyTorch()
    {
        foreach (Sgd sgd in new Sgd[] { new(1) { ClipNorm = 1 }, new(1) { ClipValue = 1 } })
        {
            ParameterStorage<double> storage = Storages.Vector<double>(2);
            Gradients.Step(sgd, storage, (_, _) => double.NaN);
            Assert.All(storage.Parameters.ToArray(), value => Assert.True(double.IsNaN(value)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_number_of_threads_gives_the_same_bits(int threads)
    {
        double[] Run(int threads)
        {
            int before = WorkerPool.MaxThreads;
            WorkerPool.MaxThreads = threads;
            try
            {
                ParameterStorage<float> storage = Storages.Stack<float>(1, 300, 200, 10);
                Adam adam = new(0.01) { ClipNorm = 0.5, AccumulationSteps = 2, Groups = [new("*1.*") { LearningRateFactor = 0.5 }] };
                for (int step = 0; step < 4; step++)
                {
                    Gradients.Step(adam, storage, (index, value) => (float)Reference.Gradient(index, step, value));
                }

                return [adam.GradientNorm!.Value, .. storage.Parameters.ToArray()];
            }
            finally
            {
                WorkerPool.MaxThreads = before;
            }
        }

        Assert.Equal(Run(1), Run(threads));
    }
}
