using static NetGen.Ops;

namespace NetGen.Runtime.Tests.Tensors;

/// <summary>Derivatives against central differences in double, first and second, of every operation at the points of the reference where it is smooth.</summary>
public sealed class DifferenceTests
{
    // Steps and tolerances for functions with derivatives of the order of 1 to 100.
    private const double Step = 1e-5;
    private const double Tolerance = 2e-7;

    // Points at a kink or a jump, indices, or so far out that nothing changes.
    private static readonly string[] Rough =
        ["-kinks", "-far", "-ties", "pow-zero", "abs", "sign", "floor", "greater", "less", "equal", "not-equal", "where", "gather"];

    public static TheoryData<string> Cases() => [.. ReferenceCase.All.Keys.Where(name => !Rough.Any(rough => name.Contains(rough, StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradient_is_that_of_central_differences(string name)
    {
        var reference = ReferenceCase.All[name];
        var weights = reference.Output.With(reference.Weights, Precision.Double);
        AssertDifferences(name, reference, x => Operations.Of(name)(x) * weights);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradient_of_gradient_is_that_of_central_differences(string name)
    {
        var reference = ReferenceCase.All[name];
        var weights = reference.Output.With(reference.Weights, Precision.Double);
        for (int i = 0; i < reference.Arguments.Length; i++)
        {
            int by = i;
            AssertDifferences($"gradient by {by} of {name}", reference, x => Square(Gradient(Operations.Of(name)(x) * weights, x[by]) + 0.3));
        }
    }

    private static void AssertDifferences(string name, ReferenceCase reference, Func<Tensor[], Tensor> function)
    {
        var arguments = reference.In(Precision.Double);
        for (int i = 0; i < arguments.Length; i++)
        {
            int moved = i;
            var differences = new double[arguments[i].Length];
            for (int place = 0; place < differences.Length; place++)
            {
                double Moved(double by)
                {
                    var values = arguments[moved].ToDoubleArray();
                    values[place] += by;
                    var others = arguments.ToArray();
                    others[moved] = reference.Arguments[moved].With(values, Precision.Double);
                    return function(others).ToDoubleArray().Sum();
                }

                differences[place] = (Moved(Step) - Moved(-Step)) / (2 * Step);
            }

            Close.Assert(differences, Gradient(function(arguments), arguments[i]), Tolerance, $"derivative of {name} by argument {i}");
        }
    }
}
