using Microsoft.CodeAnalysis;

namespace NetGen.Analyzers;

/// <summary>Diagnostics about weights that are part of the program (NG0014 to NG0016).</summary>
public static class WeightsDiagnostics
{
    public static readonly DiagnosticDescriptor Missing = new(
        "NG0014",
        "Weights are not in the project",
        "The weights '{0}' are not in the project, {1}: write them there with SaveCompiled, or name another file, relative to the project and with slashes",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The build puts the items NetGenWeights into the assembly, which are the .netgen files in the project's folder; a network starts with one of them.",
        helpLinkUri: DiagnosticPage.Root + "NG0014" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor OfAnotherNetwork = new(
        "NG0015",
        "Weights are of another network",
        "The weights '{0}' were written by {1}, whose layers are not those of {2}: write them anew with SaveCompiled, from a network of the same architecture and number type",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The file carries the hash of the architecture that it was written by, and it is not that of this network.",
        helpLinkUri: DiagnosticPage.Root + "NG0015" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor Unreadable = new(
        "NG0016",
        "Weights cannot be read",
        "The weights '{0}' cannot be read: {1}; write them anew with SaveCompiled of this version of NetGen",
        DiagnosticCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The file is damaged, or of a version of NetGen whose kernels keep weights in another way.",
        helpLinkUri: DiagnosticPage.Root + "NG0016" + DiagnosticPage.Extension);
}
