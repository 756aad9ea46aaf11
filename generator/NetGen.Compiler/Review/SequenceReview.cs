using NetGen.Compiler.Elaboration;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Review;

/// <summary>Warnings about what positions of a sequence see of one another (NG5xxx). Only analyzers ask for them.</summary>
public static class SequenceReview
{
    /// <summary>What is to be said of a valid network; nothing of any other.</summary>
    public static IReadOnlyList<Problem> Run(NetworkSpec spec) => Attends(spec) && ShapeFold.Run(spec).IsValid
        ? [.. Elaborator.Run(spec, new GraphBuilder(), training: true, rules: [new LaterPositions(spec)]).Remarks.Where(problem => problem.Id == LaterPositions.Id)]
        : [];

    /// <summary>Networks without attention are not run a second time.</summary>
    private static bool Attends(NetworkSpec spec) => spec.Layers.Any(layer => layer.Kind == "SelfAttention")
        || spec.Modules.Concat(spec.Body is null ? [] : [spec.Body]).Any(module =>
            module.Forward.Steps.Any(step => step.Operation == "Attention") || module.Fields.SelectMany(field => field.Layers).Any(layer => layer.Kind == "SelfAttention"));
}
