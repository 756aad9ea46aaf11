using NetGen.Runtime;
using NetGen.Tests.Parameters;

namespace NetGen.Tests.Optimizers;

public sealed class ReferenceTests
{
    public static TheoryData<string> Cases() => [.. Reference.Cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fifty_steps_in_double_are_PyTorchs(string name)
    {
        Optimizer optimizer = Reference.Cases[name]();
        ParameterStorage<double> storage = Storages.Vector<double>(8);
        storage.Parameters[0].CopyFrom([.. Enumerable.Range(0, 8).Select(Reference.Start)]);
        AlignedBuffer gradients = new(64);
        IReadOnlyDictionary<int, double[]> expected = Reference.Values(name);
        for (int step = 1; step <= Reference.Steps; step++)
        {
            double[] values = storage.Parameters[0].ToArray();
            for (int index = 0; index < 8; index++)
            {
                gradients.Span<double>(0, 8)[index] = Reference.Gradient(index, step, values[index]);
            }

            optimizer.BeginStep(storage);
            optimizer.Update(ref Memory.At<double>(storage.Address), ref Memory.At<double>(gradients.Address), 0, 8);
            if (expected.TryGetValue(step, out double[]? reference))
            {
                AssertClose(reference, storage.Parameters[0].ToArray(), 1e-12, $"{name} after step {step}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fifty_steps_in_float_are_near_PyTorchs(string name)
    {
        Optimizer optimizer = Reference.Cases[name]();

        // The chunk is the second half of the block, so the state of the right place must be found.
        ParameterStorage<float> storage = Storages.Vector<float>(32);
        storage.Parameters[0].CopyFrom([.. Enumerable.Range(0, 32).Select(index => (float)Reference.Start(index % 8))]);
        AlignedBuffer gradients = new(128);
        IReadOnlyDictionary<int, double[]> expected = Reference.Values(name);
        for (int step = 1; step <= Reference.Steps; step++)
        {
            float[] values = storage.Parameters[0].ToArray();
            for (int index = 0; index < 16; index++)
            {
                gradients.Span<float>(16, 16)[index] = (float)Reference.Gradient(index % 8, step, values[16 + index]);
            }

            optimizer.BeginStep(storage);
            optimizer.Update(ref Memory.At<float>(storage.Address + 64), ref Memory.At<float>(gradients.Address + 64), 16, 16);
            if (expected.TryGetValue(step, out double[]? reference))
            {
                double[] found = [.. storage.Parameters[0].ToArray().Select(value => (double)value)];
                AssertClose(reference, found[16..24], 2e-5, $"{name} after step {step}");
                AssertClose(reference, found[24..], 2e-5, $"{name} after step {step}");
                AssertClose([.. Enumerable.Range(0, 8).Select(Reference.Start)], found[..8], 0, $"{name}: values outside the chunk");
            }
        }
    }

    private static void AssertClose(double[] expected, double[] found, double tolerance, string what)
    {
        double error = expected.Zip(found, (a, b) => Math.Abs(a - b)).Max() / expected.Max(Math.Abs);
        Assert.True(error <= tolerance, $"{what}: error {error}; expected [{string.Join(", ", expected)}], found [{string.Join(", ", found)}]");
    }
}
