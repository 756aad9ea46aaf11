using Microsoft.CodeAnalysis;

namespace NetGen.Analyzers;

/// <summary>Diagnostics about fields, blocks and methods that are read as a graph (NG0xxx).</summary>
public static class GraphDiagnostics
{
    public static readonly DiagnosticDescriptor StackAndGraph = new(
        "NG0004",
        "Layers stand at the class and in its fields",
        "{1} stands at the class '{0}', whose Forward or fields make it a graph: move the layers of the class into a field of type Layer, or remove the others",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A network is a stack of layers at the class, or a graph of fields that Forward joins. In between, nothing would say where the layers of the class belong.",
        helpLinkUri: DiagnosticPage.Root + "NG0004" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ContainsItself = new(
        "NG0007",
        "Block contains itself",
        "'{0}' contains itself ({1}): a network is compiled whole, and this one would never end",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Every use of a block has parameters of its own, so that a block within itself would have infinitely many.",
        helpLinkUri: DiagnosticPage.Root + "NG0007" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor Unreadable = new(
        "NG0008",
        "Expression cannot be compiled into a network",
        "Not supported in a network: {0}; use {1}",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Forward, losses and elementwise functions are read when the program is compiled. What they do must not depend on values that only exist when it runs.",
        helpLinkUri: DiagnosticPage.Root + "NG0008" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NotDifferentiable = new(
        "NG0009",
        "Function is not differentiable",
        "{0} in '{1}' jumps, and its derivative is 0 everywhere else: nothing is learned through it; write the derivative that training shall use, [Derivative(nameof({1}))]",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Rounding, signs, comparisons for equality and conversions to integers are constant between their jumps, so gradients through them are zero.",
        helpLinkUri: DiagnosticPage.Root + "NG0009" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor ReferencePath = new(
        "NG0010",
        "Forward is called where the compiled network is meant",
        "Forward of '{0}' runs the plain reference, operation by operation and without training: call Predict, or Step and Fit to train; to look at intermediate values there are PredictUnfused and Trace",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What a network compiles to is behind Predict, Loss, Gradient and Step. Its Forward is there to be read, stepped through and compared with.",
        helpLinkUri: DiagnosticPage.Root + "NG0010" + DiagnosticPage.Extension);
}
