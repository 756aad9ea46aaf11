using NetGen.Accuracy;
using NetGen.Compiler.Emission.Simd;
using NetGen.Compiler.Scalars;
using static NetGen.Compiler.Scalars.Scalar;

namespace NetGen.Compiler.Tests.Scalars;

public class SimdExpressionWriterTests
{
    public static TheoryData<SimdTarget> Targets => SimdMathTests.Targets;

    [Fact]
    public void Common_subexpression_is_computed_once_for_all_roots()
    {
        var y = Tanh(X);
        var code = Write(y, 1.0 - (y * y));
        Assert.Equal(["var t0 = Tanh(v);"], code.Statements);
        Assert.Equal(["t0", "Avx512F.FusedMultiplyAddNegated(t0, t0, Vector512.Create(1f))"], code.Results);
        Assert.Equal([Function.Tanh], code.Used);
    }

    [Fact]
    public void Relu_is_one_instruction() =>
        Assert.Equal(["Avx512F.Max(v, Vector512<float>.Zero)"], Write(Activations.ReLU).Results);

    [Fact]
    public void Choice_keeps_its_comparison_inside() =>
        Assert.Equal(
            ["Vector512.ConditionalSelect(Vector512.GreaterThan(v, Vector512<float>.Zero), v, Vector512.Create(0.01f) * v)"],
            Write(Activations.LeakyReLU(0.01)).Results);

    [Fact]
    public void Product_and_sum_are_fused_on_every_target()
    {
        var e = (X * Variable(1)) - 2.0;
        Assert.Equal("Avx512F.FusedMultiplySubtract(v, w, Vector512.Create(2f))", Result(SimdTarget.Vector512, e));
        Assert.Equal("Fma.MultiplySubtract(v, w, Vector256.Create(2f))", Result(SimdTarget.Vector256, e));
        Assert.Equal("Vector128.MultiplyAddEstimate(v, w, -Vector128.Create(2f))", Result(SimdTarget.Vector128, e));
    }

    [Fact]
    public void Variable_without_a_name_is_an_error() =>
        Assert.Throws<ArgumentException>(() => Write(Variable(2)));

    [Theory]
    [MemberData(nameof(Targets))]
    public void Emitted_activations_and_derivatives_have_the_values_of_the_expressions(SimdTarget target)
    {
        var expressions = new Dictionary<string, Expr>();
        foreach (var function in ActivationTable.Functions)
        {
            expressions[$"Function{expressions.Count}"] = Simplifier.Simplify(function);
            expressions[$"Derivative{expressions.Count}"] = Derivative.Of(function, 0);
        }

        expressions["Rest"] = Sign(X) + Floor(X) + Sqrt(Abs(X)) + Max(X, 0.5) + Min(1.0, X) + Select(Comparison.NotEqual, X, 1.0, X, 3.0);
        var xs = ActivationTable.Points("Tanh").Concat([0, 1, -1, 3, -3]).ToArray();
        AssertValues(VectorProgram.Compile(target, isDouble: true, expressions), expressions, xs, 1e-12);
    }

    private static void AssertValues(VectorProgram program, Dictionary<string, Expr> expressions, double[] xs, double tolerance)
    {
        foreach (var (name, expr) in expressions)
        {
            foreach (var (x, found) in xs.Zip(program.Run(name, xs)))
            {
                var expected = ScalarEvaluator.Evaluate(expr, x);
                Assert.True(Math.Abs(found - expected) <= tolerance * (1 + Math.Abs(expected)), $"{expr} at {x}: expected {expected}, found {found}");
            }
        }
    }

    private static SimdCode Write(params Expr[] roots) =>
        SimdExpressionWriter.Write(SimdTarget.Vector512, default, roots, ["v", "w"], "t");

    private static string Result(SimdTarget target, Expr e) =>
        SimdExpressionWriter.Write(target, default, [e], ["v", "w"], "t").Results[0];
}
