using NetGen.Compiler.Elaboration;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Review;

/// <summary>
/// Everything that is to be said of one declaration: what keeps it from being compiled, and what compiles and does not do what was meant, or not well. Only analyzers ask for it. All rules watch one run.
/// </summary>
public static class NetworkReview
{
    private static readonly ReviewMemory Memory = new();

    /// <summary>The review of a declaration; that of an equal one that was reviewed not long ago is the same.</summary>
    public static ReviewedNetwork Of(NetworkSpec spec) => Memory.Get(spec, Run);

    private static ReviewedNetwork Run(NetworkSpec spec)
    {
        var shaped = ShapeFold.Run(spec, [new ShownLayers()]);
        return new ReviewedNetwork(shaped, [.. shaped.Problems, .. shaped.Remarks, .. Unused(spec), .. shaped.IsValid ? Watched(spec) : []]);
    }

    private static IEnumerable<Problem> Unused(NetworkSpec spec) => spec is { Body: { } body, Problems.Count: 0 } ? UnusedFields.Of(body, null) : [];

    /// <summary>What rules find that watch the network being run as in training. Where none is concerned it is not run again.</summary>
    private static IReadOnlyList<Problem> Watched(NetworkSpec spec)
    {
        var kinds = Kinds(spec);
        TrainingRule[] rules = [.. Rules(spec).Where(rule => rule.Concerns(kinds))];
        if (rules.Length == 0)
        {
            return [];
        }

        // What layers remark on themselves comes from the shape fold.
        var remarks = Elaborator.Run(spec, new GraphBuilder(), training: true, rules: rules).Remarks;
        var ids = new HashSet<string>(rules.SelectMany(rule => rule.Found).Select(problem => problem.Id), StringComparer.Ordinal);
        return [.. remarks.Where(remark => ids.Contains(remark.Id))];
    }

    private static TrainingRule[] Rules(NetworkSpec spec) =>
    [
        new OuterSums(), new MisreadAxes(),
        new LinearAfterLinear(), new DoubledActivations(), new LonelySoftmax(), new SaturatedDepth(), new ActivatedOutputs(spec),
        new UselessBiases(), new DroppedValues(), new LargeDropouts(), new DropoutsBeforePooling(), new DisturbedOutputs(spec), new ConstantWeights(), new UnsuitedInitializers(),
        new VanishingEpsilons(spec),
        new UnreachedParameters(spec), new LaterPositions(spec),
        new LongFunctions(spec),
    ];

    /// <summary>The kinds of all layers and operations, and <c>Init</c> where an initialiser was chosen, so that a rule is only asked where it may have something to say.</summary>
    private static HashSet<string> Kinds(NetworkSpec spec)
    {
        var layers = spec.AllLayers.ToList();
        return
        [
            .. layers.Select(layer => layer.Kind),
            .. layers.Where(layer => layer.Init != Initializer.Default).Select(_ => "Init"),
            .. spec.AllModules.SelectMany(module => module.Forward.Steps).Select(step => step.Operation),
        ];
    }
}
