using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Scalars;
using NetGen.Generator.Reading.Forward;
using NetGen.Generator.Reading.Modules;

namespace NetGen.Generator.Reading.Functions;

/// <summary>
/// Runs a scalar function on symbols: arithmetic becomes an expression, a condition on an argument becomes a choice. Real constants are taken as they are
/// written, not as single precision rounds them, so that one function serves networks of either precision.
/// </summary>
/// <param name="session">The reading.</param>
/// <param name="innerCalls">Gets the calls of functions with derivatives of their own; null: they are entered as all others.</param>
internal sealed partial class ScalarInterpreter(ReadingSession session, InnerCalls? innerCalls = null)
{
    private const int MaxOperations = 100_000;
    private const string Supported = "+ - * /, comparisons, ?:, locals, 'if' and 'return', constants, and functions of MathF and Math";

    private readonly HashSet<ISymbol> _entered = new(SymbolEqualityComparer.Default);
    private readonly List<Kink> _kinks = [];
    private int _operations;

    /// <summary>Where the function has no derivative.</summary>
    public IReadOnlyList<Kink> Kinks => _kinks;

    /// <summary>The value of a function of numbers.</summary>
    public Expr Run(IMethodSymbol method) => Real(
        Enter(method, method.Parameters.Select(ScalarValue (parameter) => new NumberValue(Scalar.Variable(parameter.Ordinal))).ToList(), Declaration(method)),
        Declaration(method));

    private SyntaxNode Declaration(IMethodSymbol method) => method.DeclaringSyntaxReferences[0].GetSyntax(session.Cancellation);

    private ScalarValue Enter(IMethodSymbol method, IReadOnlyList<ScalarValue> arguments, SyntaxNode call)
    {
        if (!_entered.Add(method))
        {
            throw Unreadable(call, $"'{method.Name}', which calls itself", "a closed formula");
        }

        var variables = ImmutableDictionary.Create<ISymbol, ScalarValue>(SymbolEqualityComparer.Default);
        for (var i = 0; i < arguments.Count; i++)
        {
            variables = variables.SetItem(method.Parameters[i], arguments[i]);
        }

        var result = Execute(new Todo(Body(method, call), null), variables) ?? throw UnreadableException.Incomplete(call);
        _entered.Remove(method);
        return result;
    }

    private IOperation Body(IMethodSymbol method, SyntaxNode call)
    {
        if (session.Syntax(method) is null || method.IsExtern || method.IsAbstract || method.IsVirtual)
        {
            throw Unreadable(call, $"'{method.Name}', whose body is not known here", "static functions that are written in this project");
        }

        var syntax = Declaration(method);
        IOperation? body = syntax.ContainsDiagnostics ? null : session.Operation(syntax) switch
        {
            IMethodBodyOperation operation => operation.BlockBody ?? operation.ExpressionBody,
            ILocalFunctionOperation function => function.Body,
            _ => null,
        };
        return body ?? throw UnreadableException.Incomplete(syntax);
    }

    private void Count(SyntaxNode place)
    {
        session.Cancellation.ThrowIfCancellationRequested();
        if (++_operations > MaxOperations)
        {
            throw Unreadable(place, "a function this large", "fewer conditions one after the other: each doubles the cases behind it; return early, or use ?:");
        }
    }

    /// <summary>Remembers that the function jumps or stands still here.</summary>
    private void Kink(SyntaxNode place, string what, params Expr[] arguments)
    {
        var variables = arguments.SelectMany(argument => argument.Variables()).Distinct();
        var parameters = (innerCalls?.Parameters(variables) ?? variables).ToList();
        if (parameters.Count > 0)
        {
            _kinks.Add(new Kink(place, what, parameters));
        }
    }

    private static Expr Real(ScalarValue value, SyntaxNode place) => value switch
    {
        NumberValue number => number.Expression,
        WholeValue whole when Arithmetic.Real(whole.Content) is { } number => Scalar.Constant(number),
        _ => throw Unreadable(place, $"'{place}'", "a number"),
    };

    private static Condition Truth(ScalarValue value, SyntaxNode place) => value switch
    {
        TruthValue truth => truth.Condition,
        _ => throw Unreadable(place, $"'{place}'", "a truth value"),
    };

    private static ScalarValue Choose(Condition condition, ScalarValue then, ScalarValue otherwise, SyntaxNode place) => (then, otherwise) switch
    {
        _ when condition is Condition.Known known => known.Truth ? then : otherwise,
        (TruthValue a, TruthValue b) => new TruthValue(Condition.If(condition, a.Condition, b.Condition)),
        _ => new NumberValue(
            condition.Choose(Real(then, place), Real(otherwise, place)),
            then is WholeValue or NumberValue { IsWhole: true } && otherwise is WholeValue or NumberValue { IsWhole: true }),
    };

    private static UnreadableException Unreadable(SyntaxNode place, string found, string supported) => new(place, found, supported);

    /// <summary>Statements that are still to be run.</summary>
    private sealed record Todo(IOperation Statement, Todo? Next);
}

/// <summary>A place where a function is not differentiable.</summary>
/// <param name="Place">The expression.</param>
/// <param name="What">What stands there.</param>
/// <param name="Variables">The arguments that it depends on.</param>
internal sealed record Kink(SyntaxNode Place, string What, IReadOnlyList<int> Variables);
