using Microsoft.CodeAnalysis;
using NetGen.Compiler.Model;
using NetGen.Generator.Reading.Modules;

namespace NetGen.Generator.Reading.Forward;

/// <summary>
/// Runs a method over <c>Ops</c> at compile time: constants are computed, loops and conditions are followed, own methods are entered, and every operation on
/// tensors becomes a step. What it cannot run is reported at the very expression, and so is what does not depend on that.
/// </summary>
internal sealed partial class ForwardInterpreter(ReadingSession session, ModuleScope scope)
{
    private const int MaxIterations = 10_000;
    private const int MaxOperations = 2_000_000;
    private const int MaxDepth = 100;

    private readonly List<Step> _steps = [];
    private readonly List<SyntaxNode> _places = [];
    private readonly Dictionary<int, TensorValue> _parameters = [];

    // One table serves all methods: none is entered twice at a time, so no two variables of one symbol live together.
    private readonly Dictionary<ISymbol, Value> _variables = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _entered = new(SymbolEqualityComparer.Default);
    private int _inputs;
    private int _operations;

    /// <summary>Where each step stands.</summary>
    public IReadOnlyList<SyntaxNode> Places => _places;

    /// <summary>Reads a method whose parameters are tensors.</summary>
    public GraphSpec Run(IMethodSymbol method)
    {
        _inputs = method.Parameters.Length;
        foreach (var parameter in method.Parameters)
        {
            _variables[parameter] = new TensorValue(parameter.Ordinal);
        }

        var place = method.DeclaringSyntaxReferences[0].GetSyntax(session.Cancellation);
        var result = Enter(method, place);
        if (_reported.Count > 0)
        {
            throw UnreadableException.Reported(place);
        }

        var elements = result is TupleValue tuple ? tuple.Elements : [result];
        var outputs = elements.Select(element => element is TensorValue tensor
            ? tensor.Number
            : throw new UnreadableException(place, $"the result of '{method.Name}'", "it returns a Tensor or a tuple of Tensors"));
        return new GraphSpec(
            new EquatableArray<string>(method.Parameters.Select(parameter => parameter.Name)),
            new EquatableArray<Step>(_steps),
            new EquatableArray<int>(outputs),
            new EquatableArray<string>(OutputNames(method, elements.Length)));
    }

    private static IEnumerable<string> OutputNames(IMethodSymbol method, int count) =>
        method.ReturnType is INamedTypeSymbol { IsTupleType: true } tuple
            ? tuple.TupleElements.Select(element => element.IsExplicitlyNamedTupleElement ? element.Name : "")
            : Enumerable.Repeat("", count);

    private TensorValue Emit(SyntaxNode place, string operation, IEnumerable<int> inputs, params Argument[] arguments)
    {
        if (_steps.Count >= 100_000)
        {
            throw new UnreadableException(place, "more than 100,000 operations", "a smaller loop; every iteration becomes a part of the network") { IsFatal = true };
        }

        _steps.Add(new Step(operation, inputs.ToArray(), arguments));
        _places.Add(place);
        return new TensorValue(_inputs + _steps.Count - 1);
    }

    /// <summary>A step gets the name of the first variable that its value is put into.</summary>
    private void NameAfter(string variable, Value value)
    {
        if (value is TensorValue { Number: var number } && number >= _inputs && _steps[number - _inputs] is { Name: null } step)
        {
            _steps[number - _inputs] = step with { Name = variable };
        }
    }

    private void Count(SyntaxNode place)
    {
        session.Cancellation.ThrowIfCancellationRequested();
        if (++_operations > MaxOperations)
        {
            throw new UnreadableException(place, "a computation this long", "smaller loops; they are unrolled when the network is compiled") { IsFatal = true };
        }
    }

    private static UnreadableException Unreadable(SyntaxNode place, string found, string supported) => new(place, found, supported);
}
