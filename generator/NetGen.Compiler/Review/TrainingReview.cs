using NetGen.Compiler.Elaboration;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Review;

/// <summary>Warnings about layers that work against each other in training (NG3xxx). Only analyzers ask for them.</summary>
public static class TrainingReview
{
    /// <summary>What is to be said of a valid network; nothing of any other.</summary>
    public static IReadOnlyList<Problem> Run(NetworkSpec spec) =>
        HasBatchNorm(spec) && ShapeFold.Run(spec).IsValid
            ? Elaborator.Run(spec, new GraphBuilder(), training: true, rules: [new UselessBiases(), new DroppedValues()]).Remarks
            : [];

    /// <summary>All rules so far are about batch norms, and most networks have none: those are not run a second time.</summary>
    private static bool HasBatchNorm(NetworkSpec spec) => spec.Layers
        .Concat(spec.Modules.Concat(spec.Body is null ? [] : [spec.Body]).SelectMany(module => module.Fields).SelectMany(field => field.Layers))
        .Any(layer => layer.Kind == "BatchNorm");
}
