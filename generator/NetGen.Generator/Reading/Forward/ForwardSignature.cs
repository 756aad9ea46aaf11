using Microsoft.CodeAnalysis;
using NetGen.Generator.Reading.Modules;

namespace NetGen.Generator.Reading.Forward;

/// <summary>What a method that the compiler reads must look like.</summary>
internal static class ForwardSignature
{
    private const string Supported = "tensors in, and a Tensor or a tuple of Tensors out: 'Tensor Forward(Tensor x)'";

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
