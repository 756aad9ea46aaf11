using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Shapes;
using NetGen.Generator;
using NetGen.Generator.Reading;

namespace NetGen.Analyzers;

/// <summary>
/// NG3008: a call of <c>Fit</c> whose options, written out in the call, have <c>BatchSize = 1</c>, on a network that takes no batch of one. Only what is certain is told: options that come from
/// elsewhere, and the last batch of a set, whose size is known to the program alone, are left to the check that <c>Fit</c> makes before its first step.
/// </summary>
internal static class BatchOfOneRule
{
    public static Diagnostic? Find(IInvocationOperation call, Compilation compilation, CancellationToken cancellation)
    {
        if (call.TargetMethod.Name != "Fit" || !KnownTypes.IsTraining(call.TargetMethod.ContainingType) || BatchSize(call) is not { Value: var size, Place: var place })
        {
            return null;
        }

        // The text of a network in another project is not at hand.
        if (Network(call) is not { } network
            || !SymbolEqualityComparer.Default.Equals(network.ContainingAssembly, compilation.Assembly)
            || DeclarationReader.Read(network, cancellation) is not { IsAnalyzable: true } declaration)
        {
            return null;
        }

        var smallest = ShapeFold.Run(declaration.Spec).SmallestBatch;
        return size >= 1 && size < smallest ? Diagnostic.Create(TrainingDiagnostics.BatchOfOne, place.GetLocation(), network.Name, smallest, call.TargetMethod.Name) : null;
    }

    /// <summary>The size of the batches, if the call itself says it, and where.</summary>
    private static (int Value, SyntaxNode Place)? BatchSize(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            var options = Unwrapped(argument.Value);
            var initializer = KnownTypes.IsFitOptions(options.Type)
                ? options switch { IObjectCreationOperation creation => creation.Initializer, IWithOperation copy => copy.Initializer, _ => null }
                : null;
            foreach (var assignment in initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
            {
                if (assignment is { Target: IPropertyReferenceOperation { Property.Name: "BatchSize" }, Value.ConstantValue: { HasValue: true, Value: int size } })
                {
                    return (size, ((AssignmentExpressionSyntax)assignment.Syntax).Right);
                }
            }
        }

        return null;
    }

    /// <summary>The class of the network that is trained: what the method is called on, whether it is its own or an extension.</summary>
    private static INamedTypeSymbol? Network(IInvocationOperation call) =>
        (call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value) is { } target
            ? Unwrapped(target).Type as INamedTypeSymbol
            : null;

    private static IOperation Unwrapped(IOperation operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
        {
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        }

        return operation;
    }
}
