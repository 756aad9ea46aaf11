using Microsoft.CodeAnalysis;

namespace NetGen.Analyzers;

/// <summary>Diagnostics about what is wrong with the declaration itself (NG0xxx).</summary>
public static class DeclarationDiagnostics
{
    public static readonly DiagnosticDescriptor NotPartial = new(
        "NG0001",
        "Network class is not partial",
        "The class '{0}' gets its second half from the compiler: add the modifier 'partial' to {1}",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The compiled network is a second part of the class, so the class and every type around it must be partial.",
        helpLinkUri: DiagnosticPage.Root + "NG0001" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NotConstant = new(
        "NG0002",
        "Argument of a layer is not a constant",
        "'{0}' is not a constant: the network is compiled before the program runs, so this argument must be a literal, a const or an expression of these",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Layers, shapes and rates are fixed at compile time; an attribute takes constants alone.",
        helpLinkUri: DiagnosticPage.Root + "NG0002" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor SplitDeclaration = new(
        "NG0003",
        "Layers stand on several declarations",
        "{1} stands on another declaration of '{0}' than the first layer, so its place in the stack is undefined: write all layers and the loss on one declaration",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Layers apply in the order of the source text, and between two files there is no order.",
        helpLinkUri: DiagnosticPage.Root + "NG0003" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ArgumentOutOfRange = new(
        "NG0005",
        "Argument is out of range",
        "{0}",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The value cannot be compiled into a layer: a width of zero, a rate outside 0..1, a name that is not a name.",
        helpLinkUri: DiagnosticPage.Root + "NG0005" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor DuplicateName = new(
        "NG0006",
        "Two layers have one name",
        "{0}",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Parameters are saved, loaded and frozen by the name of their layer, so every layer needs a name of its own.",
        helpLinkUri: DiagnosticPage.Root + "NG0006" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnsupportedClass = new(
        "NG0011",
        "Class cannot be a network",
        "'{0}' is {1}: a network or block is a plain class, which gets its constructor from the compiler",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated part adds a constructor, fields and static members, which static, abstract, generic, record and file-local classes and classes with a primary constructor cannot take.",
        helpLinkUri: DiagnosticPage.Root + "NG0011" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NotOneInput = new(
        "NG0012",
        "Network does not have the inputs that it needs",
        "The network '{0}' needs one [Input(...)] for each tensor that goes in, found {1}: every shape follows from it",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The shapes of all layers are computed from the shape of the input.",
        helpLinkUri: DiagnosticPage.Root + "NG0012" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor LossNotLast = new(
        "NG0013",
        "Loss is not the last attribute",
        "{0} stands behind the loss {1}: a network has one loss, and it is the last attribute",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The loss closes the stack; what stands behind it would never be trained.",
        helpLinkUri: DiagnosticPage.Root + "NG0013" + DiagnosticPage.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
