using NetGen.Compiler.Elaboration;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;
using static NetGen.Compiler.Scalars.Scalar;

namespace NetGen.Compiler.Steps;

/// <summary>Scalar expressions of one, two or three tensors.</summary>
internal static class ElementwiseSteps
{
    private static readonly Expr Y = Variable(1);

    private static readonly Expr Z = Variable(2);

    public static IEnumerable<(string Name, Func<StepContext, Node> Build)> All =>
    [
        ("Constant", context => context.Graph.Fill(context.Step.Number("Value", 0), new TensorType(false, new Model.Shape()))),
        Of("Add", "+", X + Y), Of("Subtract", "-", X - Y), Of("Multiply", "*", X * Y), Of("Divide", "/", X / Y), Of("Negate", "-", -X),
        Of("Greater", ">", Choose(Comparison.Greater)), Of("GreaterOrEqual", ">=", Choose(Comparison.GreaterOrEqual)),
        Of("Less", "<", Choose(Comparison.Less)), Of("LessOrEqual", "<=", Choose(Comparison.LessOrEqual)),
        Of("Equal", "Equal", Choose(Comparison.Equal)), Of("NotEqual", "NotEqual", Choose(Comparison.NotEqual)),
        Of("Where", "Where", Select(Comparison.NotEqual, X, Constant(0), Y, Z)),
        Of("Maximum", "Maximum", Select(Comparison.Greater, X, Y, X, Y)), Of("Minimum", "Minimum", Select(Comparison.Less, X, Y, X, Y)),
        Of("Pow", "Pow", Pow(X, Y)),
        Of("Abs", Abs(X)), Of("Sign", Sign(X)), Of("Floor", Floor(X)), Of("Sqrt", Sqrt(X)), Of("Square", X * X), Of("Exp", Exp(X)), Of("Expm1", Expm1(X)),
        Of("Log", Log(X)), Of("Log1p", Log1p(X)), Of("Sin", Sin(X)), Of("Cos", Cos(X)), Of("Erf", Erf(X)),
        Of("ReLU", Activations.ReLU), Of("SELU", Activations.SELU), Of("SiLU", Activations.SiLU), Of("Tanh", Activations.Tanh), Of("Sigmoid", Activations.Sigmoid),
        Of("Softplus", Activations.Softplus), Of("HardSigmoid", Activations.HardSigmoid), Of("HardSwish", Activations.HardSwish), Of("Mish", Activations.Mish),
        ("LeakyReLU", context => context.Graph.Map(Activations.LeakyReLU(context.Step.Number("Slope", 0.01)), context.X)),
        ("ELU", context => context.Graph.Map(Activations.ELU(context.Step.Number("Alpha", 1)), context.X)),
        ("GELU", context => context.Graph.Map(context.Step.Flag("Approximate", false) ? Activations.ApproximateGELU : Activations.GELU, context.X)),
        Of("PReLU", "PReLU", Activations.PReLU),
        ("Map", Map),
    ];

    private static Expr Choose(Comparison comparison) => Select(comparison, X, Y, Constant(1), Constant(0));

    private static (string, Func<StepContext, Node>) Of(string name, Expr function) => (name, context => context.Graph.Map(function, context.X));

    private static (string, Func<StepContext, Node>) Of(string name, string symbol, Expr function) => (name, context =>
    {
        context.DemandBroadcast(symbol);
        return context.Graph.Map(function, [.. context.Inputs]);
    });

    private static Node Map(StepContext context)
    {
        var key = context.Step.Find("Function")?.Text;
        var function = context.Functions.FirstOrDefault(candidate => candidate.Key == key)
            ?? throw new StepRefused("NG0005", $"'{key}' is not an [Elementwise] function");
        if (function.Parameters.Count != context.Inputs.Count)
        {
            throw new StepRefused("NG0005", Inv($"'{key}' takes {function.Parameters.Count} numbers, but Map gives it {context.Inputs.Count} tensors"));
        }

        context.DemandBroadcast("Map");
        return context.Graph.Map(function, [.. context.Inputs]);
    }
}
