using NetGen.Compiler.Elaboration;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Steps;

/// <summary>Every operation of <c>Ops</c> by its name: what it demands of shapes, and how it is built from primitives.</summary>
internal static class StepCatalog
{
    private static readonly Dictionary<string, Func<StepContext, Node>> Operations = new[]
    {
        ElementwiseSteps.All, ReductionSteps.All, AxisSteps.All, ProductSteps.All, RandomSteps.All, DerivativeSteps.All,
    }.SelectMany(family => family).ToDictionary(pair => pair.Name, pair => pair.Build, StringComparer.Ordinal);

    public static Node Apply(StepContext context)
    {
        if (!Operations.TryGetValue(context.Step.Operation, out var build))
        {
            throw new StepRefused("NG0005", $"'{context.Step.Operation}' is not an operation that this version of NetGen knows");
        }

        var node = build(context);
        return node.Type.Shape.Count is > 0 and <= Shapes.ShapeFold.MaxValues ? node
            : throw new StepRefused("NG0005", Inv($"{context.Step.Operation} makes {node.Type.Shape.Count} values per sample; at most {Shapes.ShapeFold.MaxValues} are supported"));
    }
}
