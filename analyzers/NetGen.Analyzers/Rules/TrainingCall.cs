using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator;
using NetGen.Generator.Reading;

namespace NetGen.Analyzers;

/// <summary>What a call of <c>Fit</c> or <c>Evaluate</c> says about the network that it is of.</summary>
internal static class TrainingCall
{
    /// <summary>Whether a method of <c>Training</c> is called.</summary>
    public static bool Is(IInvocationOperation call) => KnownTypes.IsTraining(call.TargetMethod.ContainingType);

    /// <summary>The declaration of the network, if its text is at hand: that of one in another project is not.</summary>
    public static (INamedTypeSymbol Type, Declaration Declaration)? Network(IInvocationOperation call, Compilation compilation, CancellationToken cancellation) =>
        Type(call) is { } network
            && SymbolEqualityComparer.Default.Equals(network.ContainingAssembly, compilation.Assembly)
            && DeclarationReader.Read(network, cancellation) is { IsAnalyzable: true } declaration
            ? (network, declaration)
            : null;

    /// <summary>An expression without the parentheses and conversions around it.</summary>
    public static IOperation Unwrapped(IOperation operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
        {
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        }

        return operation;
    }

    /// <summary>The class of the network: what the method is called on, whether it is its own or an extension.</summary>
    private static INamedTypeSymbol? Type(IInvocationOperation call) =>
        (call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value) is { } target
            ? Unwrapped(target).Type as INamedTypeSymbol
            : null;
}
