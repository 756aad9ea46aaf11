using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;
using static NetGen.Generator.Tests.Reading.GraphSource;

namespace NetGen.Generator.Tests.Reading;

public sealed class FunctionTests
{
    [Theory]
    [InlineData("=> x * MathF.Tanh(MathF.Log(1 + MathF.Exp(x)));", "x * tanh(log(1 + exp(x)))")]
    [InlineData("=> x > 0 ? x : 0.01f * x;", "x > 0 ? x : 0.01 * x")]
    [InlineData("=> -x / (1 / 2 + 1 / 2f) - +x;", "-x / (0 + 1 / 2) - x")]
    [InlineData("=> MathF.PI * x + Slope * Third;", "3.141592653589793 * x + 0.1 * (1 / 3)")]
    [InlineData("{ var y = x * x; y += 1; y *= y; return MathF.Sqrt(y); }", "sqrt((x * x + 1) * (x * x + 1))")]
    [InlineData("{ if (x > 1) return 1; if (x < -1) return -1; return x; }", "x > 1 ? 1 : x < -1 ? -1 : x")]
    [InlineData("{ var y = x; if (x > 1) y = 1; else if (x < 0) { y = 0; } return y; }", "x > 1 ? 1 : x < 0 ? 0 : x")]
    [InlineData("=> x switch { > 1 => 1, >= 0 and <= 1 => x, _ => 0 };", "x > 1 ? 1 : x >= 0 ? (x <= 1 ? x : 0) : 0")]
    [InlineData("=> x > 0 && !(x > 1) || x < -1 ? x : 0;", "x > 0 ? (x > 1 ? (x < -1 ? x : 0) : x) : x < -1 ? x : 0")]
    [InlineData("{ bool large = x > 1; return large ? 1 : x; }", "x > 1 ? 1 : x")]
    [InlineData("=> Helper(Other(x), 2);", "(x + 1) * 2")]
    [InlineData("{ static float Twice(float y) => 2 * y; return Twice(x); }", "2 * x")]
    [InlineData("=> Steep ? 3 * x : x;", "3 * x")]
    [InlineData("=> (float)Math.Pow((double)x, 3);", "pow(x, 3)")]
    [InlineData("=> Math.Clamp(x, -1f, 1f);", "x < -1 ? -1 : x > 1 ? 1 : x")]
    [InlineData("=> MathF.Max(x, 0) + MathF.Min(1, x) + MathF.Abs(x);", "max(x, 0) + min(1, x) + abs(x)")]
    [InlineData("=> MathF.Log(x, 2) + MathF.FusedMultiplyAdd(x, 2, 1);", "log(x) / log(2) + x * 2 + 1")]
    [InlineData("=> MathF.Sin(x) * MathF.Cos(x);", "sin(x) * cos(x)")]
    [InlineData("=> MathF.Tan(x);", "sin(x) / cos(x)")]
    [InlineData("=> float.Exp(x) + float.Pi;", "exp(x) + 3.141592653589793")]
    [InlineData("=> x is > 0 ? 1 : 0;", "x > 0 ? 1 : 0")]
    [InlineData("{ const float half = 0.5f; return half * x; }", "0.5 * x")]
    public void Body_becomes_an_expression(string body, string expected) =>
        Assert.Equal(expected, ExprPrinter.Print(Function($"[Elementwise] static float F(float x) {body}").Body, ["x"]));

    [Fact]
    public void Rounding_agrees_with_C_sharp()
    {
        var rounded = Function("[Elementwise] static float F(float x) => MathF.Round(x) + 100 * MathF.Truncate(x) + 10000 * MathF.Ceiling(x);").Body;

        foreach (var x in new[] { -2.5, -1.5, -0.5, -0.2, 0, 0.5, 1.5, 2.5, 2.6, 7 })
        {
            Assert.Equal(Math.Round(x) + (100 * Math.Truncate(x)) + (10000 * Math.Ceiling(x)), ScalarEvaluator.Evaluate(rounded, x));
        }
    }

    [Fact]
    public void Cast_to_int_cuts_off_and_so_does_the_division_of_integers()
    {
        var body = Function("[Elementwise] static float F(float x) { var n = (int)x; return n / 2 + n * 100; }").Body;

        foreach (var x in new[] { -3.7, -1.2, 0.5, 3.9, 5 })
        {
            Assert.Equal(((int)x / 2) + ((int)x * 100), ScalarEvaluator.Evaluate(body, x));
        }
    }

    [Fact]
    public void Trainable_numbers_stand_behind_the_tensors_with_their_arguments()
    {
        var function = Function("[Elementwise] static float F(float x, [Parameter(Value = 1, Frozen = true)] float beta) => x / (1 + MathF.Exp(-beta * x));");

        Assert.Equal(["x", "beta"], function.Parameters);
        Assert.Equal(["Parameter(Dims , Value 1, Frozen 1)"], function.Trainable.Select(SpecText.Of));
        Assert.Equal([new Derived(null), new Derived(null)], function.Derivatives);
    }

    [Fact]
    public void Own_derivatives_stand_at_their_parameters()
    {
        var function = Function("""
            [Elementwise] static float F(float x, [Parameter(Value = 1)] float b) => MathF.Floor(b * x);
            [Derivative(nameof(F)), Derivative(nameof(Other))] static float ByX(float x, float b) => b;
            [Derivative(nameof(F), By = "b")] static float ByB(float x, float b) => x;
            static float Other(float x) => x;
            """);

        Assert.Equal(["b", "x"], function.Derivatives.Select(derived => ExprPrinter.Print(derived.Expression!, ["x", "b"])));
    }

    public static TheoryData<string, Func<double, double>, Func<double, double>> InnerCalls => new()
    {
        { "F(float x) => 3 * Round(2 * x);", x => 3 * Math.Floor(2 * x), _ => 6 },
        { "F(float x) => Round(Round(x)) + x;", x => Math.Floor(x) + x, _ => 2 },
        { "F(float x) => Through(x * x);", x => 2 * Math.Floor(x * x), x => 4 * x },
        { "F(float x) => x > 0 ? Round(x) : x * Round(-x);", x => x > 0 ? Math.Floor(x) : x * Math.Floor(-x), x => x > 0 ? 1 : Math.Floor(-x) - x },
        { "F(float x) => MathF.Exp(Round(x)) * Round(x);", x => Math.Exp(Math.Floor(x)) * Math.Floor(x), x => Math.Exp(Math.Floor(x)) * (Math.Floor(x) + 1) },
    };

    [Theory, MemberData(nameof(InnerCalls), DisableDiscoveryEnumeration = true)]
    public void Own_derivative_counts_in_functions_that_call_its_function(string function, Func<double, double> value, Func<double, double> derivative)
    {
        var read = Function($"""
            [Elementwise] static float {function}
            [Elementwise] static float Round(float x) => MathF.Floor(x);
            [Derivative(nameof(Round))] static float Straight(float x) => 1;
            static float Through(float x) => 2 * Round(x);
            """);

        foreach (var x in new[] { -2.3, -0.4, 0.2, 1.7 })
        {
            Assert.Equal(value(x), ScalarEvaluator.Evaluate(read.Body, x), 1e-12);
            Assert.Equal(derivative(x), ScalarEvaluator.Evaluate(Assert.Single(read.Derivatives).Expression!, x), 1e-12);
        }
    }

    [Fact]
    public void Own_derivative_by_one_argument_leaves_the_others_to_the_compiler()
    {
        var read = Function("""
            [Elementwise] static float F(float x, [Parameter(Value = 1)] float a, [Parameter(Value = 1)] float b) => Bent(x, a) * b;
            [Elementwise] static float Bent(float x, float slope) => x * x * slope;
            [Derivative(nameof(Bent), By = "x")] static float ByX(float x, float slope) => 7 * slope;
            """);

        var (x, a, b) = (1.5, 2.0, -3.0);
        Assert.Equal(7 * a * b, ScalarEvaluator.Evaluate(read.Derivatives[0].Expression!, x, a, b), 1e-12);
        Assert.Equal(x * x * b, ScalarEvaluator.Evaluate(read.Derivatives[1].Expression!, x, a, b), 1e-12);
        Assert.Null(read.Derivatives[2].Expression);
    }

    [Fact]
    public void Derivative_may_call_the_function_that_it_is_of()
    {
        var read = Function("""
            [Elementwise] static float F(float x) => Own(2 * x);
            [Elementwise] static float Own(float x) => MathF.Exp(x);
            [Derivative(nameof(Own))] static float Slope(float x) => Own(x);
            """);

        Assert.Equal(2 * Math.Exp(1), ScalarEvaluator.Evaluate(Assert.Single(read.Derivatives).Expression!, 0.5), 1e-12);
    }

    [Fact]
    public void Function_of_another_class_is_named_in_full()
    {
        var spec = Read(Usings + """
            namespace Shop
            {
                static class Curves { [Elementwise] internal static double Swish(double x) => x / (1 + Math.Exp(-x)); }
                [Network(Precision = Precision.Double), Input(4), Apply(typeof(Curves), nameof(Curves.Swish)), Apply(typeof(Curves), "Swish", Name = "second")]
                public partial class Net;
            }
            """).Spec;

        Assert.Equal(["Apply(Function global::Shop.Curves.Swish)", "Apply(Name second, Function global::Shop.Curves.Swish)"], spec.Layers.Select(SpecText.Of));
        Assert.Equal(["global::Shop.Curves.Swish"], spec.Functions.Select(function => function.Key));
    }

    [Fact]
    public void Map_names_its_function()
    {
        var declaration = Read(Network("""
            [Elementwise] static float Bump(float x, float y) => MathF.Exp(-x * y);
            Tensor Forward(Tensor x) => Map(x, stem(x), Bump);
            """));

        Assert.Empty(declaration.Problems);
        Assert.Equal("1 = Call(0; Field 0)\n2 = Map(0, 1; Function global::Net.Bump)\n-> 2", SpecText.Of(declaration.Spec.Body!.Forward));
        Assert.Equal("exp(-x0 * x1)", declaration.Spec.Functions.Single().Body.ToString());
    }

    [Fact]
    public void Function_with_a_kink_is_still_compiled()
    {
        var declaration = Read(Usings + "[Network, Input(4), Apply(nameof(F))] public partial class Net { [Elementwise] static float F(float x) => MathF.Floor(x); }");

        Assert.Equal(["NG0009"], declaration.Problems.Select(problem => problem.Id));
        Assert.Empty(declaration.Spec.Problems);
        Assert.True(declaration.IsAnalyzable);
    }

    private static FunctionSpec Function(string members)
    {
        var declaration = Read(Usings + $$"""
            [Network, Input(4), Apply("F")]
            public partial class Net
            {
                private const float Slope = 0.1f;
                private const bool Steep = true;
                private static readonly float Third = 1 / 3f;
                {{members}}
                [Elementwise] private static float Other(float x) => x + 1;
                private static float Helper(float x, float factor) => x * factor;
            }
            """.Replace(members.Contains("Other(float", StringComparison.Ordinal) ? "[Elementwise] private static float Other(float x) => x + 1;" : "#", "", StringComparison.Ordinal));
        Assert.Equal([], declaration.Spec.Problems.Select(problem => string.Join(": ", problem.Values)));
        return Assert.Single(declaration.Spec.Functions);
    }
}
