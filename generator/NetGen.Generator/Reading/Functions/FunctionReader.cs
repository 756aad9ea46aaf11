using Microsoft.CodeAnalysis;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;
using NetGen.Generator.Reading.Forward;
using NetGen.Generator.Reading.Modules;

namespace NetGen.Generator.Reading.Functions;

/// <summary>Reads one scalar function with its derivatives.</summary>
internal sealed class FunctionReader(ReadingSession session, IMethodSymbol method)
{
    private readonly string _key = KeyOf(method);

    /// <summary>The full C# name of a method.</summary>
    public static string KeyOf(IMethodSymbol method) => ModuleScope.KeyOf(method.ContainingType) + "." + ClassReader.Identifier(method.Name);

    public static bool IsElementwise(IMethodSymbol method) => method.GetAttributes().Any(attribute => KnownTypes.IsElementwise(attribute.AttributeClass));

    /// <summary>Whether the user wrote a derivative of the function.</summary>
    public static bool HasDerivative(IMethodSymbol method) => method.ContainingType.GetMembers().OfType<IMethodSymbol>().SelectMany(candidate => candidate.GetAttributes())
        .Any(attribute => KnownTypes.IsDerivative(attribute.AttributeClass) && AttributeReader.Read(attribute).Find("Function")?.Text == method.Name);

    /// <summary>The function, or null with a problem reported.</summary>
    public FunctionSpec? Read()
    {
        if (!CheckSignature(method))
        {
            return null;
        }

        var inner = new InnerCalls(method.Parameters.Length);
        var interpreter = new ScalarInterpreter(session, inner);
        var body = session.Try(_key, () => interpreter.Run(method));
        var derivatives = Derivatives();
        if (body is null)
        {
            return null;
        }

        foreach (var kink in interpreter.Kinks)
        {
            if (kink.Variables.Any(variable => derivatives[variable].Expression is null))
            {
                session.Report(_key, kink.Place.GetLocation(), DeclarationRules.NotDifferentiable, kink.What, method.Name);
            }
        }

        for (var i = 0; i < derivatives.Length; i++)
        {
            derivatives[i] = derivatives[i].Expression is null ? new Derived(inner.Derivative(body, i)) : derivatives[i];
        }

        return new FunctionSpec(
            _key,
            new EquatableArray<string>(method.Parameters.Select(parameter => parameter.Name)),
            Trainable(),
            inner.Value(body),
            new EquatableArray<Derived>(derivatives))
        {
            Delegate = session.Reaches(method)
                ? "global::System.Func<" + string.Join(", ", method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType).Select(type => type.ToDisplayString())) + ">"
                : "",
        };
    }

    private bool CheckSignature(IMethodSymbol function)
    {
        if (function.ReturnType.TypeKind == TypeKind.Error || function.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Error))
        {
            session.IsComplete = false;
            return false;
        }

        var other = function.Parameters.FirstOrDefault(parameter => !IsReal(parameter.Type) || parameter.RefKind != RefKind.None);
        var fault = !function.IsStatic || function.IsGenericMethod || function.IsAsync ? $"'{function.Name}', which is not a plain static method"
            : function.Parameters.Length == 0 ? $"'{function.Name}' without a parameter"
            : !IsReal(function.ReturnType) ? $"the result '{function.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' of '{function.Name}'"
            : other is not null ? $"the parameter '{other.Name}' of '{function.Name}'"
            : null;
        if (fault is null)
        {
            return true;
        }

        session.Report(_key, function.Locations[0], DeclarationRules.Unreadable, fault, "numbers in, a number out: 'static float F(float x)'");
        return false;
    }

    private static bool IsReal(ITypeSymbol type) => type.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    private EquatableArray<LayerSpec> Trainable()
    {
        var trainable = new List<LayerSpec>();
        foreach (var parameter in method.Parameters)
        {
            var attribute = parameter.GetAttributes().FirstOrDefault(each => KnownTypes.IsParameter(each.AttributeClass));
            if (attribute is not null)
            {
                trainable.Add(AttributeReader.Read(attribute));
                if (trainable[trainable.Count - 1].Numbers("Dims").Length > 0)
                {
                    session.Report(_key, parameter.Locations[0], "NG0005", $"the trainable number '{parameter.Name}' has no dimensions: write [Parameter] without them");
                }
            }
            else if (trainable.Count > 0)
            {
                session.Report(_key, parameter.Locations[0], DeclarationRules.Unreadable, $"the parameter '{parameter.Name}' behind a trainable one", "parameters with [Parameter] last");
            }
        }

        return new EquatableArray<LayerSpec>(trainable);
    }

    private Derived[] Derivatives()
    {
        var derivatives = Enumerable.Repeat(new Derived((Expr?)null), method.Parameters.Length).ToArray();
        foreach (var candidate in method.ContainingType.GetMembers().OfType<IMethodSymbol>())
        {
            foreach (var attribute in WrittenAttribute.InSourceOrder(candidate, session.Cancellation))
            {
                if (KnownTypes.IsDerivative(attribute.Data.AttributeClass) && AttributeReader.Read(attribute.Data) is var layer && layer.Find("Function")?.Text == method.Name)
                {
                    Take(candidate, attribute, layer.Find("By")?.Text, derivatives);
                }
            }
        }

        return derivatives;
    }

    private void Take(IMethodSymbol derivative, WrittenAttribute attribute, string? by, Derived[] derivatives)
    {
        var index = by is null ? 0 : method.Parameters.ToList().FindIndex(parameter => parameter.Name == by);
        if (index < 0)
        {
            session.Report(_key, attribute.Syntax.GetLocation(), DeclarationRules.Unreadable, $"By = \"{by}\"", $"a parameter of '{method.Name}'");
        }
        else if (derivative.Parameters.Length != method.Parameters.Length)
        {
            session.Report(_key, derivative.Locations[0], DeclarationRules.Unreadable, $"the derivative '{derivative.Name}'", $"the same parameters as '{method.Name}'");
        }
        else if (CheckSignature(derivative) && session.Try(_key, () => new ScalarInterpreter(session).Run(derivative)) is { } expression)
        {
            derivatives[index] = new Derived(expression);
        }
    }
}
