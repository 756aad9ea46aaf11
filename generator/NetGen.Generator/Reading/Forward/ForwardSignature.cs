using Microsoft.CodeAnalysis;
using NetGen.Generator.Reading.Modules;

namespace NetGen.Generator.Reading.Forward;

/// <summary>What a method that the compiler reads must look like.</summary>
internal static class ForwardSignature
{
    private const string Supported = "tensors in, and a Tensor or a tuple of Tensors out: 'Tensor Forward(Tensor x)'";

    public const string OfCell = "the step's input and then what the step before has left, and as many results: '(Tensor y, Tensor h) Step(Tensor x, [State(64)] Tensor h)'";

    /// <summary>Whether a method that can be read is a step of a recurrence; reports what is wrong with it otherwise.</summary>
    public static bool CheckCell(ReadingSession session, string module, IMethodSymbol method)
    {
        var states = method.Parameters.Select(parameter => parameter.GetAttributes().Any(attribute => KnownTypes.IsState(attribute.AttributeClass))).ToList();
        var results = method.ReturnType is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.Length : 1;
        var fault = states[0] ? $"'{method.Name}', whose first parameter is a state"
            : states.Count == 1 ? $"'{method.Name}' without a parameter marked [State]"
            : states.Skip(1).Contains(false) ? $"the parameter '{method.Parameters[states.IndexOf(false, 1)].Name}' of '{method.Name}' without [State]"
            : results != states.Count ? FormattableString.Invariant($"'{method.Name}', which yields {results} {(results == 1 ? "tensor" : "tensors")} for an input and {states.Count - 1} {(states.Count == 2 ? "state" : "states")}")
            : null;
        if (fault is not null)
        {
            session.Report(module, method.Locations[0], DeclarationRules.Unreadable, fault, OfCell);
        }

        return fault is null;
    }

    /// <summary>Whether the method can be read; reports what is wrong with it otherwise.</summary>
    public static bool Check(ReadingSession session, string module, IMethodSymbol method)
    {
        if (method.ReturnType.TypeKind == TypeKind.Error || method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Error)
            || method.DeclaringSyntaxReferences.Length == 0)
        {
            session.IsComplete = false;
            return false;
        }

        if (Fault(method) is not { } fault)
        {
            return true;
        }

        session.Report(module, method.Locations[0], DeclarationRules.Unreadable, fault, Supported);
        return false;
    }

    private static string? Fault(IMethodSymbol method)
    {
        if (method.IsAsync || method.IsGenericMethod || method.IsAbstract || method.IsExtern || method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            return $"'{method.Name}', which is async, generic, abstract, extern or returns a reference";
        }

        if (method.Parameters.Length == 0)
        {
            return $"'{method.Name}' without a parameter";
        }

        var other = method.Parameters.FirstOrDefault(parameter => !KnownTypes.IsTensor(parameter.Type) || parameter.RefKind != RefKind.None);
        if (other is not null)
        {
            return $"the parameter '{other.Name}' of '{method.Name}'";
        }

        return KnownTypes.IsTensor(method.ReturnType)
            || method.ReturnType is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.All(element => KnownTypes.IsTensor(element.Type))
                ? null
                : $"the result '{method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' of '{method.Name}'";
    }
}
