using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Analyzers;

/// <summary>
/// NG5005, of inputs: bytes that become numbers without being scaled. Inputs of size 255 instead of 1 make the first layer's gradients 255 times larger, so that learning rates which suit everything else diverge (LeCun et
/// al. 1998, "Efficient BackProp", section 4.3).
/// </summary>
internal static class UnscaledBytesRule
{
    public static Diagnostic? Find(IInvocationOperation call, CallScene scene) =>
        call.TargetMethod is { Name: "From", ContainingType: { Name: "Dataset", ContainingNamespace.Name: "NetGen" } }
        && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "inputs")?.Value is { } inputs
        && Converts(LocalValues.Origin(inputs, scene.Cancellation), scene.Cancellation)
            ? Diagnostic.Create(SequenceDiagnostics.UnscaledBytes, inputs.Syntax.GetLocation(), inputs.Syntax)
            : null;

    /// <summary>Whether an expression is each byte of an array or a sequence as it is.</summary>
    private static bool Converts(IOperation made, CancellationToken cancellation)
    {
        // bytes.Select(b => (float)b).ToArray()
        if (made is IInvocationOperation { TargetMethod.Name: "ToArray", Arguments: [var sequence] } && LocalValues.Origin(sequence.Value, cancellation) is IInvocationOperation { TargetMethod.Name: "Select" } select)
        {
            made = select;
        }

        return made is IInvocationOperation { TargetMethod: { Name: "Select" or "ConvertAll", TypeArguments: [{ SpecialType: SpecialType.System_Byte }, { SpecialType: SpecialType.System_Single or SpecialType.System_Double }] }, Arguments: [_, var conversion] }
            && Lambda(conversion.Value) is { Symbol.Parameters: [var element, ..], Body.Operations: [IReturnOperation { ReturnedValue: { } result }] }
            && SymbolEqualityComparer.Default.Equals(LocalValues.Variable(result), element);
    }

    private static IAnonymousFunctionOperation? Lambda(IOperation value) => LocalValues.Unwrapped(value) switch
    {
        IAnonymousFunctionOperation lambda => lambda,
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda,
        _ => null,
    };
}
