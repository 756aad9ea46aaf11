using static NetGen.Ops;

namespace NetGen.Runtime.Tests.Tensors;

public sealed class ReferenceTests
{
    public static TheoryData<string> Cases() => [.. ReferenceCase.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Values_are_those_of_PyTorch(string name)
    {
        var expected = ReferenceCase.All[name];
        foreach (var (precision, tolerance) in (ReadOnlySpan<(Precision, double)>)[(Precision.Double, 2e-14), (Precision.Single, 1e-6)])
        {
            var found = Operations.Of(name)(expected.In(precision));

            Assert.Equal(expected.Output.Shape, found.Shape);
            Assert.Equal(expected.Output.Batch, found.Batch);
            Assert.Equal(precision, found.Precision);
            Close.Assert(expected.Output.Values, found, tolerance, $"{name} in {precision}");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradients_are_those_of_PyTorch(string name)
    {
        var expected = ReferenceCase.All[name];
        foreach (var (precision, tolerance) in (ReadOnlySpan<(Precision, double)>)[(Precision.Double, 2e-13), (Precision.Single, 5e-6)])
        {
            var arguments = expected.In(precision);
            var sum = Sum(Operations.Of(name)(arguments) * expected.Output.With(expected.Weights, precision));
            for (int i = 0; i < expected.Gradients.Length; i++)
            {
                var found = Gradient(sum, arguments[i]);

                Assert.Equal(arguments[i].Shape, found.Shape);
                Assert.Equal(arguments[i].Batch, found.Batch);
                Close.Assert(expected.Gradients[i], found, tolerance, $"gradient of {name} by argument {i} in {precision}");
            }
        }
    }
}
