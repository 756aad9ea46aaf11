using Microsoft.CodeAnalysis;

namespace NetGen.Analyzers;

/// <summary>Diagnostics about the machine that a network runs on (NG6xxx).</summary>
public static class DeploymentDiagnostics
{
    public static readonly DiagnosticDescriptor MemoryBudget = new(
        "NG6001",
        "Network takes more memory than its budget",
        "{0}",
        DiagnosticCategory.Deployment,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Parameters and the memory of one prediction, which the compiler knows, are held against a budget that the project sets.",
        helpLinkUri: DiagnosticPage.Root + "NG6001" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor LongMethod = new(
        "NG6002",
        "Method comes near the limits of the JIT compiler",
        "{0}",
        DiagnosticCategory.Deployment,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The JIT compiler tracks a limited number of variables of a method, and leaves very long ones as they are.",
        helpLinkUri: DiagnosticPage.Root + "NG6002" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor NoKernel = new(
        "NG6003",
        "No kernel for this on devices",
        "'{0}' is a network of double precision, for which tensor cores have no products: ToGpu with {1} throws a NotSupportedException; leave it at ProductPrecision.Single",
        DiagnosticCategory.Deployment,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Tensor cores multiply numbers of single precision or less.",
        helpLinkUri: DiagnosticPage.Root + "NG6003" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor NativeDevice = new(
        "NG6004",
        "No device in a native executable",
        "{0} compiles kernels when the program runs, which a native executable (PublishAot) cannot: use the network itself there, whose kernels are compiled already",
        DiagnosticCategory.Deployment,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "ILGPU reads the code of kernels at run time, and a native executable has none.",
        helpLinkUri: DiagnosticPage.Root + "NG6004" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor InstructionSet = new(
        "NG6005",
        "Native executable without an instruction set",
        "IlcInstructionSet is not set, so that the kernels of this project's networks, of which '{0}' is the first, are compiled for 128-bit vectors and are several times slower: set it to x86-64-v3 (AVX2), x86-64-v4 (AVX-512; before .NET 10 both begin with x86-x64) or native (this machine)",
        DiagnosticCategory.Deployment,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The native compiler takes a processor of 2008 for granted, and the choice that the JIT compiler makes on the machine of the user is then made for 128-bit vectors.",
        helpLinkUri: DiagnosticPage.Root + "NG6005" + DiagnosticPage.Extension,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor LoopAllocation = new(
        "NG6006",
        "Prediction allocates in a loop",
        "Predict of '{0}' makes an array in each turn of the loop, which nothing keeps: make one before the loop and call Predict(inputs, outputs), which allocates nothing",
        DiagnosticCategory.Deployment,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The overload with a span for the outputs is called by the other, and makes no garbage.",
        helpLinkUri: DiagnosticPage.Root + "NG6006" + DiagnosticPage.Extension);
}
