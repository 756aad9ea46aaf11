using Microsoft.CodeAnalysis;
using NetGen.Compiler.Model;
using NetGen.Generator.Reading.Forward;
using NetGen.Generator.Reading.Modules;

namespace NetGen.Generator.Reading.Functions;

/// <summary>The scalar functions that a declaration uses, each read once.</summary>
internal sealed class FunctionLibrary(ReadingSession session)
{
    private const string Supported = "a static method with [Elementwise] in this project";

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<FunctionSpec> _functions = [];
    private readonly Dictionary<ISymbol, FunctionSpec?> _read = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);

    public EquatableArray<FunctionSpec> All => new(_functions);

    /// <summary>Functions that came with a part from another project.</summary>
    public void Add(IEnumerable<FunctionSpec> functions)
    {
        foreach (var function in functions)
        {
            if (_known.Add(function.Key))
            {
                _functions.Add(function);
            }
        }
    }

    /// <summary>The key of a function that is handed to <c>Map</c>.</summary>
    public string Add(IMethodSymbol method, SyntaxNode place)
    {
        if (!FunctionReader.IsElementwise(method) || session.Syntax(method) is null)
        {
            throw new UnreadableException(place, $"the method '{method.Name}'", Supported);
        }

        Read(method);
        return FunctionReader.KeyOf(method);
    }

    /// <summary>The function behind a call in another one, if the user wrote a derivative of it; null for all others.</summary>
    public FunctionSpec? WithDerivatives(IMethodSymbol method, SyntaxNode call)
    {
        if (!FunctionReader.IsElementwise(method) || session.Syntax(method) is null || !FunctionReader.HasDerivative(method))
        {
            return null;
        }

        return _open.Contains(method)
            ? throw new UnreadableException(call, $"'{method.Name}', which calls itself", "a closed formula")
            : Spec(method) ?? throw UnreadableException.Reported(call);
    }

    /// <summary>The key of the function that <c>[Apply]</c> names, or null.</summary>
    public string? Find(WrittenAttribute attribute, ModuleScope scope)
    {
        var arguments = attribute.Data.ConstructorArguments;
        var name = arguments.Length > 0 ? arguments[arguments.Length - 1].Value as string : null;
        var type = arguments.Length > 1 ? arguments[0].Value as INamedTypeSymbol : scope.Type;
        var methods = type is null || name is null ? [] : type.GetMembers(name).OfType<IMethodSymbol>().ToList();
        var functions = methods.FindAll(method => FunctionReader.IsElementwise(method) && session.Syntax(method) is not null);
        if (functions.Count == 1)
        {
            Read(functions[0]);
            return FunctionReader.KeyOf(functions[0]);
        }

        var written = WrittenArguments.Find(attribute, "Function").LastOrDefault();
        session.Report(scope.Key, (written ?? (SyntaxNode)attribute.Syntax).GetLocation(), DeclarationRules.Unreadable,
            functions.Count > 1 ? $"'{name}', which is several functions" : methods.Count > 0 ? $"'{name}' without [Elementwise]" : $"'{name}', which '{type?.Name}' does not have",
            Supported);
        return null;
    }

    private void Read(IMethodSymbol method)
    {
        if (_known.Add(FunctionReader.KeyOf(method)) && Spec(method) is { } function)
        {
            _functions.Add(function);
        }
    }

    private FunctionSpec? Spec(IMethodSymbol method)
    {
        if (!_read.TryGetValue(method, out var function))
        {
            _open.Add(method);
            _read[method] = function = new FunctionReader(session, method).Read();
            _open.Remove(method);
        }

        return function;
    }
}
