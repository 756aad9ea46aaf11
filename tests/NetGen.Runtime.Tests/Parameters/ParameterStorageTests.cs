using NetGen.Runtime;

namespace NetGen.Tests.Parameters;

public sealed class ParameterStorageTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 17)]
    [InlineData(16, 16)]
    [InlineData(33, 40)]
    [InlineData(50, 70)]
    public void What_is_copied_in_is_copied_out(int inputs, int outputs)
    {
        RoundTrip<float>(inputs, outputs);
        RoundTrip<double>(inputs, outputs);
    }

    [Fact]
    public void Values_lie_in_panels_and_padding_is_zero()
    {
        const int K = 3, N = 40;
        ParameterStorage<float> storage = Storages.Stack<float>(1, K, N);
        float[] values = [.. Enumerable.Range(1, K * N).Select(value => (float)value)];
        storage.Parameters["dense1.weight"].CopyFrom(values);

        for (int k = 0; k < K; k++)
        {
            for (int n = 0; n < 48; n++)
            {
                int width = n < 32 ? 32 : 16;
                float found = Memory.At<float>(storage.Address + (4 * ((n / 32 * K * 32) + (k * width) + (n % 32))));
                Assert.Equal(n < N ? values[(n * K) + k] : 0, found);
            }
        }
    }

    [Fact]
    public void The_transposed_copy_follows_the_values()
    {
        const int K = 5, N = 7;
        ParameterStorage<double> storage = Storages.Stack<double>(1, 4, K, N);
        Parameter<double> weight = storage.Parameters["dense2.weight"];
        AssertTransposed(weight.ToArray());
        double[] values = [.. Enumerable.Range(1, K * N).Select(value => (double)value)];
        weight.CopyFrom(values);
        AssertTransposed(values);

        void AssertTransposed(double[] expected)
        {
            for (int n = 0; n < N; n++)
            {
                for (int k = 0; k < 8; k++)
                {
                    Assert.Equal(k < K ? expected[(n * K) + k] : 0, Memory.At<double>(storage.TransposedAddress + (8 * ((n * 8) + k))));
                }
            }
        }
    }

    [Fact]
    public void Gradients_come_in_file_order_and_are_zero_where_frozen()
    {
        ParameterStorage<float> storage = Storages.Stack<float>(1, 3, 5, 2);
        float[] values = [.. Enumerable.Range(1, storage.Parameters.Length).Select(value => (float)value)];
        storage.Parameters.CopyFrom(values);
        storage.Parameters["dense1.bias"].Frozen = true;
        float[] gradients = new float[values.Length];

        // The kernel block itself has the layout of gradients.
        storage.UnpackGradients(storage.Address, gradients);

        Assert.Equal(values.Select((value, index) => index is >= 15 and < 20 ? 0 : value), gradients);
        Assert.Throws<ArgumentException>(() => storage.UnpackGradients(storage.Address, new float[3]));
    }

    [Fact]
    public void The_same_seed_gives_the_same_values_in_both_precisions()
    {
        float[] singles = Storages.Stack<float>(9, 10, 20, 3).Parameters.ToArray();

        Assert.Equal(singles, Storages.Stack<float>(9, 10, 20, 3).Parameters.ToArray());
        Assert.Equal(singles, Storages.Stack<double>(9, 10, 20, 3).Parameters.ToArray().Select(value => (float)value));
        Assert.NotEqual(singles, Storages.Stack<float>(10, 10, 20, 3).Parameters.ToArray());
    }

    [Fact]
    public void Frozen_in_the_layout_is_frozen_at_first()
    {
        ParameterLayout layout = Storages.Layouts<float>(4, 4)[0] with { Frozen = true };
        ParameterStorage<float> storage = new("Net", [layout], 1);

        Assert.True(storage.IsFrozen(0));
        storage.Parameters[0].Frozen = false;
        Assert.False(storage.IsFrozen(0));
    }

    [Fact]
    public void Layouts_that_contradict_themselves_are_refused()
    {
        ParameterLayout[] layouts = Storages.Layouts<float>(4, 4);
        ParameterLayout[][] wrong =
        [
            [layouts[0], layouts[1] with { KernelOffset = 48 }],
            [layouts[0], layouts[1] with { Offset = 15 }],
            [layouts[0] with { KernelLength = 60 }],
            [layouts[0] with { KernelOffset = 8 }],
            [layouts[0] with { Shape = [4, 0] }],
            [layouts[0] with { Shape = [16] }],
            [layouts[1] with { Offset = 0, TransposedOffset = 0 }],
        ];

        Assert.All(wrong, set => Assert.Contains("of Net", Assert.Throws<ArgumentException>(() => new ParameterStorage<float>("Net", set, 1)).Message, StringComparison.Ordinal));
        Assert.Throws<NotSupportedException>(() => new ParameterStorage<int>("Net", [], 1));
    }

    private static void RoundTrip<T>(int inputs, int outputs)
        where T : unmanaged, System.Numerics.INumberBase<T>
    {
        ParameterStorage<T> storage = Storages.Stack<T>(1, inputs, outputs, inputs);
        T[] values = [.. Enumerable.Range(1, storage.Parameters.Length).Select(T.CreateChecked)];

        storage.Parameters.CopyFrom(values);

        Assert.Equal(values, storage.Parameters.ToArray());
        foreach (Parameter<T> parameter in storage.Parameters)
        {
            Assert.Equal(values[parameter.Offset..(parameter.Offset + parameter.Length)], parameter.ToArray());
        }
    }
}
