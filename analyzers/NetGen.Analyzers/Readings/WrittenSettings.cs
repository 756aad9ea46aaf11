using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator;

namespace NetGen.Analyzers;

/// <summary>The settings that the text of a program gives to an object: arguments of its constructor, under the names of the properties that they set, and what its initializer assigns.</summary>
/// <param name="Creation">The expression with <c>new</c>, or null where it is not at hand.</param>
/// <param name="Values">The settings by name.</param>
internal sealed record WrittenSettings(IObjectCreationOperation? Creation, IReadOnlyDictionary<string, IOperation> Values)
{
    /// <summary>Whether what is not written is as it is by default.</summary>
    public bool IsWhole => Creation is not null;

    /// <summary>The settings of an expression, through local variables and <c>with</c>; null where nothing is known.</summary>
    public static WrittenSettings? Of(IOperation? expression, CancellationToken cancellation)
    {
        switch (expression is null ? null : LocalValues.Origin(expression, cancellation))
        {
            case IObjectCreationOperation creation:
                return Of(creation);
            case IWithOperation copy:
                var values = (Of(copy.Operand, cancellation) is { } copied ? copied : new(null, new Dictionary<string, IOperation>()));
                return values with { Values = Add(values.Values, copy.Initializer) };
            default:
                return null;
        }
    }

    public static WrittenSettings Of(IObjectCreationOperation creation)
    {
        var values = new Dictionary<string, IOperation>(StringComparer.Ordinal);
        foreach (var argument in creation.Arguments.Where(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: not null }))
        {
            var name = argument.Parameter!.Name;
            values[char.ToUpperInvariant(name[0]) + name.Substring(1)] = argument.Value;
        }

        return new(creation, Add(values, creation.Initializer));
    }

    /// <summary>The options that a call of <c>Fit</c> is given.</summary>
    public static WrittenSettings? OfFit(IInvocationOperation fit, CancellationToken cancellation) =>
        Of(fit.Arguments.FirstOrDefault(argument => KnownTypes.IsFitOptions(argument.Parameter?.Type))?.Value, cancellation);

    public IOperation? Find(string name) => Values.TryGetValue(name, out var value) ? value : null;

    public double? Number(string name, CancellationToken cancellation) => LocalValues.Number(Find(name), cancellation);

    private static Dictionary<string, IOperation> Add(IReadOnlyDictionary<string, IOperation> values, IObjectOrCollectionInitializerOperation? initializer)
    {
        var all = values.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        foreach (var assignment in initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        {
            if (assignment.Target is IPropertyReferenceOperation { Property.Name: var name })
            {
                all[name] = assignment.Value;
            }
        }

        return all;
    }
}
