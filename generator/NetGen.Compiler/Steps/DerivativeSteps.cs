using NetGen.Compiler.Differentiation;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Steps;

/// <summary>Derivatives inside the graph: the differentiator runs on what was built so far, and what it adds is differentiated like everything else.</summary>
internal static class DerivativeSteps
{
    public static IEnumerable<(string Name, Func<StepContext, Node> Build)> All =>
    [
        ("Gradient", context => Differentiator.Differentiate(context.Graph, context.Inputs[0], context.Graph.Fill(1, context.Inputs[0].Type), [context.Inputs[1]])[0]),
        ("Detach", context => context.Graph.Detach(context.X)),
    ];
}
