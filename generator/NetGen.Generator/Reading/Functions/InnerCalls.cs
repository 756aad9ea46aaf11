using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Generator.Reading.Functions;

/// <summary>
/// The calls in one function of others whose derivatives the user wrote. While the caller is read, the value t of each is a variable behind the caller's parameters; at the end
/// the chain rule takes what the user wrote: df/dx = ∂f/∂x + Σ ∂f/∂t · dt/dx, where dt/dx = Σ D(a) · da/dx over the arguments a of the call.
/// </summary>
/// <param name="parameters">How many parameters the caller has.</param>
internal sealed class InnerCalls(int parameters)
{
    private readonly List<(FunctionSpec Function, Expr[] Arguments)> _calls = [];

    /// <summary>The variable for the value of a call; one for equal calls.</summary>
    public Expr Add(FunctionSpec function, Expr[] arguments)
    {
        var index = _calls.FindIndex(call => call.Function.Key == function.Key && call.Arguments.SequenceEqual(arguments));
        if (index < 0)
        {
            index = _calls.Count;
            _calls.Add((function, arguments));
        }

        return Scalar.Variable(parameters + index);
    }

    /// <summary>An expression in the parameters alone.</summary>
    public Expr Value(Expr expression)
    {
        var values = new Dictionary<int, Expr>();
        for (var i = 0; i < _calls.Count; i++)
        {
            // Arguments know calls before theirs only.
            values.Add(parameters + i, Of(_calls[i].Function.Body, [.. _calls[i].Arguments.Select(argument => argument.Substitute(values))]));
        }

        return expression.Substitute(values);
    }

    /// <summary>The derivative by a parameter, in the parameters alone; null where no call depends on it, so that the plain derivative is right.</summary>
    public Expr? Derivative(Expr expression, int parameter)
    {
        var slopes = new Expr[_calls.Count];
        for (var i = 0; i < _calls.Count; i++)
        {
            var (function, arguments) = _calls[i];
            slopes[i] = 0.0;
            for (var j = 0; j < arguments.Length; j++)
            {
                slopes[i] += Of(function.Derivatives[j].Expression ?? Compiler.Scalars.Derivative.Of(function.Body, j), arguments) * Total(arguments[j], parameter, slopes, i);
            }

            slopes[i] = Simplifier.Simplify(slopes[i]);
        }

        return Parameters(expression.Variables().Where(variable => variable >= parameters)).Contains(parameter)
            ? Simplifier.Simplify(Value(Total(expression, parameter, slopes, _calls.Count)))
            : null;
    }

    /// <summary>The parameters behind variables.</summary>
    public IEnumerable<int> Parameters(IEnumerable<int> variables) => variables.SelectMany(variable => variable < parameters
        ? [variable]
        : Parameters(_calls[variable - parameters].Arguments.SelectMany(argument => argument.Variables()))).Distinct();

    private Expr Total(Expr expression, int parameter, Expr[] slopes, int calls)
    {
        var total = Compiler.Scalars.Derivative.Of(expression, parameter);
        for (var i = 0; i < calls; i++)
        {
            total += Compiler.Scalars.Derivative.Of(expression, parameters + i) * slopes[i];
        }

        return Simplifier.Simplify(total);
    }

    private static Expr Of(Expr body, Expr[] arguments) =>
        body.Substitute(arguments.Select((argument, index) => (argument, index)).ToDictionary(pair => pair.index, pair => pair.argument));
}
