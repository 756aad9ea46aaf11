using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator;

namespace NetGen.Analyzers;

/// <summary>What a call of <c>Fit</c> or <c>Evaluate</c> says about the network that it is of.</summary>
internal static class TrainingCall
{
    /// <summary>Whether a method of <c>Training</c> is called.</summary>
    public static bool Is(IInvocationOperation call) => KnownTypes.IsTraining(call.TargetMethod.ContainingType);

    /// <summary>Whether this is a call of <c>Fit</c>.</summary>
    public static bool IsFit(IInvocationOperation call) => call.TargetMethod.Name == "Fit" && Is(call);

    /// <summary>The network, if its text is at hand: that of one in another project is not.</summary>
    public static NetworkReading? Network(IInvocationOperation call, CallScene scene) => Target(call) is { } target ? scene.Network(LocalValues.Unwrapped(target).Type) : null;

    /// <summary>What the method is called on, whether it is its own or an extension.</summary>
    public static IOperation? Target(IInvocationOperation call) => call.Instance ?? Argument(call, 0);

    /// <summary>The set that is trained on, or measured with.</summary>
    public static IOperation? Set(IInvocationOperation call) => Argument(call, 1);

    private static IOperation? Argument(IInvocationOperation call, int ordinal) => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value;
}
