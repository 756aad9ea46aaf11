using System.Linq.Expressions;
using System.Reflection;

namespace NetGen.Gpu.Tests;

/// <summary>A member that takes spans, called with arrays, so that every test is written once for all networks.</summary>
internal sealed class MemberCall
{
    private readonly Func<object?[], object?> _call;

    private MemberCall(object target, MethodInfo method)
    {
        var arguments = Expression.Parameter(typeof(object?[]));
        var given = method.GetParameters().Select((parameter, index) => Given(Expression.ArrayIndex(arguments, Expression.Constant(index)), parameter.ParameterType));
        Expression call = Expression.Call(Expression.Constant(target), method, given);
        call = method.ReturnType == typeof(void) ? Expression.Block(call, Expression.Constant(null)) : Expression.Convert(call, typeof(object));
        _call = Expression.Lambda<Func<object?[], object?>>(call, arguments).Compile();
    }

    /// <summary>The overload without sample weights that has so many parameters.</summary>
    public static MemberCall Of(object target, string name, int parameters, bool isWeighted = false) => new(target, target.GetType().GetMethods().Single(method =>
        method.Name == name
        && method.GetParameters() is var given
        && given.Length == parameters
        && given.Any(parameter => parameter.Name == "sampleWeights") == isWeighted
        && given.All(parameter => parameter.ParameterType.IsByRefLike || parameter.ParameterType == typeof(Optimizer))));

    public object? Call(params IEnumerable<object?> arguments) => _call([.. arguments]);

    private static UnaryExpression Given(Expression argument, Type type) => type.IsByRefLike
        ? Expression.Convert(Expression.Convert(argument, type.GetGenericArguments()[0].MakeArrayType()), type)
        : Expression.Convert(argument, type);
}
