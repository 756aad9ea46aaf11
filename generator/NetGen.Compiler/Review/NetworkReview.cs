using NetGen.Compiler.Elaboration;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Review;

/// <summary>Warnings about networks that compile and do not do what was meant, or not well. Only analyzers ask for them.</summary>
public static class NetworkReview
{
    /// <summary>NG1xxx: shapes that fit, by accident.</summary>
    public static IReadOnlyList<Problem> OfShapes(ShapedNetwork shaped) => Watch(shaped.Spec, () => shaped, [new OuterSums(), new MisreadAxes()]);

    /// <summary>NG2xxx: activations and losses.</summary>
    public static IReadOnlyList<Problem> OfActivations(ShapedNetwork shaped) =>
        Watch(shaped.Spec, () => shaped, [new LinearAfterLinear(), new DoubledActivations(), new LonelySoftmax(), new SaturatedDepth(), new ActivatedOutputs(shaped.Spec)]);

    /// <summary>NG3xxx: layers that work against each other in training.</summary>
    public static IReadOnlyList<Problem> OfTraining(NetworkSpec spec) => Watch(spec, () => ShapeFold.Run(spec),
        [new UselessBiases(), new DroppedValues(), new LargeDropouts(), new DropoutsBeforePooling(), new DisturbedOutputs(spec), new ConstantWeights(), new UnsuitedInitializers()]);

    /// <summary>What is to be said of a valid network; nothing of any other. Where no rule is concerned the network is not run again.</summary>
    private static IReadOnlyList<Problem> Watch(NetworkSpec spec, Func<ShapedNetwork> shaped, TrainingRule[] rules)
    {
        var kinds = Kinds(spec);
        rules = [.. rules.Where(rule => rule.Concerns(kinds))];
        if (rules.Length == 0 || !shaped().IsValid)
        {
            return [];
        }

        // What layers remark on themselves comes from the shape fold.
        var remarks = Elaborator.Run(spec, new GraphBuilder(), training: true, rules: rules).Remarks;
        var ids = rules.SelectMany(rule => rule.Found).Select(problem => problem.Id).ToList();
        return [.. remarks.Where(remark => ids.Contains(remark.Id))];
    }

    /// <summary>The kinds of all layers and operations, and <c>Init</c> where an initialiser was chosen, so that a rule is only asked where it may have something to say.</summary>
    private static HashSet<string> Kinds(NetworkSpec spec)
    {
        var modules = spec.Modules.Concat(spec.Body is null ? [] : [spec.Body]).ToList();
        var layers = spec.Layers.Concat(modules.SelectMany(module => module.Fields).SelectMany(field => field.Layers)).ToList();
        return
        [
            .. layers.Select(layer => layer.Kind),
            .. layers.Where(layer => layer.Init != Initializer.Default).Select(_ => "Init"),
            .. modules.SelectMany(module => module.Forward.Steps).Select(step => step.Operation),
        ];
    }
}
