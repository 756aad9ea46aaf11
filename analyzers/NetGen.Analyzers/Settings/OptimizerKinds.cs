using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Analyzers;

/// <summary>What is known about each optimizer of the runtime.</summary>
/// <param name="Default">Its default learning rate, which is PyTorch's.</param>
/// <param name="Least">Below this a rate is hardly meant.</param>
/// <param name="Most">Above this a rate is hardly meant.</param>
/// <param name="IsDecayDecoupled">Whether its weight decay is no L2 penalty.</param>
/// <param name="Reason">Why the upper bound is where it is.</param>
internal sealed record OptimizerKind(double Default, double Least, double Most, bool IsDecayDecoupled, string Reason)
{
    private const string BoundedStep = "it moves each weight by about the rate in each step, and weights start at about 1 / √inputs";

    private static readonly Dictionary<string, OptimizerKind> Kinds = new(StringComparer.Ordinal)
    {
        ["Sgd"] = new(1e-2, 1e-7, 1, false, "inputs of size 1 make gradients for which steps beyond 1 overshoot"),
        ["Adam"] = new(1e-3, 1e-7, 0.1, false, BoundedStep),
        ["AdamW"] = new(1e-3, 1e-7, 0.1, true, BoundedStep),
        ["RmsProp"] = new(1e-2, 1e-7, 0.1, false, BoundedStep),
        ["Adagrad"] = new(1e-2, 1e-6, 1, false, "its first step moves each weight by the rate"),
        ["Lion"] = new(1e-4, 1e-8, 0.01, true, "every weight moves by exactly the rate in each step, three to ten times too much for one of Adam's"),
    };

    /// <summary>The kind of optimizer that an expression makes, or null.</summary>
    public static OptimizerKind? Of(IObjectCreationOperation creation) =>
        creation.Type is { ContainingNamespace: { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true }, BaseType.Name: "Optimizer" } type && Kinds.TryGetValue(type.Name, out var kind) ? kind : null;
}
