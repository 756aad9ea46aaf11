using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Analyzers;

/// <summary>Where a data set comes from: followed through the local variables of a method, and through what divides or reorders sets.</summary>
internal static class SetSources
{
    /// <summary>The set itself, what it was made of, and so on, as far as the method says.</summary>
    public static IEnumerable<IOperation> Of(IOperation set, CancellationToken cancellation)
    {
        // As deep as anybody writes; and no circle of variables lasts.
        for (var depth = 0; depth < 16; depth++)
        {
            set = LocalValues.Unwrapped(set);
            yield return set;
            var source = set switch
            {
                ILocalReferenceOperation local => LocalValues.Initializer(local, cancellation),
                IFieldReferenceOperation { Instance: { Type.IsTupleType: true } tuple } => tuple,
                IInvocationOperation { Instance: { } receiver } chained when IsSet(receiver.Type) => receiver,
                IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: [var receiver, ..] } when IsSet(receiver.Value.Type) => receiver.Value,
                _ => null,
            };
            if (source is null)
            {
                yield break;
            }

            set = source;
        }
    }

    private static bool IsSet(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Dataset" or "StreamedDataset", ContainingNamespace.Name: "NetGen" };
}
