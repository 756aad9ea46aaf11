using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Model;

namespace NetGen.Analyzers;

/// <summary>
/// NG5005, of inputs: bytes that become numbers without being scaled. Inputs of size 255 instead of 1 make the first layer's gradients 255 times larger, so that learning rates which suit everything else diverge (LeCun et
/// al. 1998, "Efficient BackProp", section 4.3). A network that begins with a normalisation scales them itself, and one that embeds them takes them for what they are; what <c>Forward</c> does with them nobody asks.
/// </summary>
internal static class UnscaledBytesRule
{
    private static readonly HashSet<string> s_scaling = new(StringComparer.Ordinal) { "BatchNorm", "LayerNorm", "GroupNorm", "RMSNorm", "Embedding" };

    public static Diagnostic? Find(IInvocationOperation call, CallScene scene) =>
        call.TargetMethod is { Name: "From", ContainingType: { Name: "Dataset", ContainingNamespace.Name: "NetGen" } }
        && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "inputs")?.Value is { } inputs
        && Converts(LocalValues.Origin(inputs, scene.Cancellation), scene.Cancellation)
        && !IsForNetworksThatScale(call, scene)
            ? Diagnostic.Create(SequenceDiagnostics.UnscaledBytes, inputs.Syntax.GetLocation(), inputs.Syntax)
            : null;

    /// <summary>Whether the set is used in the same member, and only with networks that can take it as it is.</summary>
    private static bool IsForNetworksThatScale(IInvocationOperation made, CallScene scene)
    {
        var networks = LocalValues.Member(made).OfType<IInvocationOperation>()
            .Where(call => TrainingCall.Is(call) && TrainingCall.Set(call) is { } set && SetSources.Of(set, scene.Cancellation).Any(source => source.Syntax == made.Syntax))
            .Select(call => TrainingCall.Network(call, scene)).OfType<NetworkReading>().ToList();
        return networks.Count > 0 && networks.TrueForAll(network => Scales(network.Spec));
    }

    private static bool Scales(NetworkSpec spec) =>
        spec.Body is not null
        || spec.Inputs.Any(input => input.IsTokens)
        || spec.Layers.Select(layer => layer.Kind).FirstOrDefault(kind => kind is not ("Flatten" or "Reshape" or "Masking")) is { } first && s_scaling.Contains(first);

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
