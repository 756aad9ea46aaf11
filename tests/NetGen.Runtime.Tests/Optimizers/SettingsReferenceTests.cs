using NetGen.Runtime;
using NetGen.Tests.Parameters;

namespace NetGen.Tests.Optimizers;

public sealed class SettingsReferenceTests
{
    public static TheoryData<string> Cases() => [.. SettingsReference.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fifty_calls_under_a_schedule_in_double_are_PyTorchs(string name) => AssertSame<double>(name, 1e-12);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fifty_calls_under_a_schedule_in_float_are_near_PyTorchs(string name) => AssertSame<float>(name, 2e-5);

    private static void AssertSame<T>(string name, double tolerance)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Optimizer optimizer = SettingsReference.Create(name);
        Schedule schedule = SettingsReference.Schedule(name);
        double rate = optimizer.LearningRate;
        ParameterStorage<T> storage = Storages.Stack<T>(1, 5, 3);
        storage.Parameters.CopyFrom([.. Enumerable.Range(0, 18).Select(index => T.CreateTruncating(((index - 9) / 8.0) + (1 / 16.0)))]);
        IReadOnlyDictionary<int, double[]> expected = SettingsReference.Values(name);
        for (int call = 1; call <= SettingsReference.Calls; call++)
        {
            optimizer.LearningRate = rate * schedule.Factor(call - 1, SettingsReference.Calls, 1);
            Gradients.Step(optimizer, storage, (index, value) => T.CreateTruncating(Reference.Gradient(index, call, double.CreateTruncating(value))));
            schedule.EndEpoch(SettingsReference.Metric(call), maximize: false);
            if (expected.TryGetValue(call, out double[]? reference))
            {
                double[] found = [.. storage.Parameters.ToArray().Select(double.CreateTruncating)];
                double error = reference.Zip(found, (a, b) => Math.Abs(a - b)).Max() / reference.Max(Math.Abs);
                Assert.True(error <= tolerance, $"{name} after call {call}: error {error}; expected [{string.Join(", ", reference)}], found [{string.Join(", ", found)}]");
            }
        }
    }
}
