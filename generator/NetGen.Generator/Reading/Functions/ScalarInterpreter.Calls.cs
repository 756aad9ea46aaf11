using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Scalars;
using NetGen.Generator.Reading.Forward;

namespace NetGen.Generator.Reading.Functions;

/// <content>Calls, and choices between patterns.</content>
internal sealed partial class ScalarInterpreter
{
    private ScalarValue Call(IInvocationOperation call, ImmutableDictionary<ISymbol, ScalarValue> variables)
    {
        var method = call.TargetMethod.OriginalDefinition;
        var arguments = new ScalarValue[call.Arguments.Length];
        foreach (var argument in call.Arguments)
        {
            arguments[argument.Parameter!.Ordinal] = Evaluate(argument.Value, variables);
        }

        if (KnownTypes.IsMath(method.ContainingType) || method.ContainingType?.SpecialType is SpecialType.System_Single or SpecialType.System_Double)
        {
            return Compute(call, method.Name, arguments);
        }

        if (innerCalls is not null && !_entered.Contains(method) && session.Functions.WithDerivatives(method, call.Syntax) is { } function)
        {
            return new NumberValue(innerCalls.Add(function, [.. arguments.Select(argument => Real(argument, call.Syntax))]));
        }

        return method is { IsGenericMethod: false, IsAsync: false } && (method.IsStatic || method.MethodKind == MethodKind.LocalFunction) && method.Parameters.All(parameter => parameter is { RefKind: RefKind.None, IsParams: false })
            ? Enter(method, arguments, call.Syntax)
            : throw Unreadable(call.Syntax, $"the call of '{method.Name}'", "functions of MathF and Math, and static functions of numbers in this project");
    }

    private ScalarValue Compute(IInvocationOperation call, string name, ScalarValue[] arguments)
    {
        if (name == "IsNaN" && arguments.Length == 1)
        {
            var x = Real(arguments[0], call.Syntax);
            return new TruthValue(new Condition.Compared(Comparison.NotEqual, x, x));
        }

        if (arguments.All(argument => argument is WholeValue)
            && MathCalls.Compute(name, arguments.Select(argument => ((WholeValue)argument).Content).ToList()) is { } known)
        {
            return Known(known)!;
        }

        var isWhole = call.TargetMethod.ReturnType.SpecialType is SpecialType.System_Int32;
        var numbers = arguments.Select(argument => Real(argument, call.Syntax)).ToArray();
        if (ScalarCalls.Of(name, numbers) is not { } result)
        {
            throw Unreadable(call.Syntax, $"'{FoundText.Shortened(call.Syntax)}'", $"of MathF and Math: {ScalarCalls.Supported}");
        }

        if (ScalarCalls.Jumps(name))
        {
            Kink(call.Syntax, $"'{name}'", numbers);
        }

        return new NumberValue(result, isWhole);
    }

    private ScalarValue Switch(ISwitchExpressionOperation choice, ImmutableDictionary<ISymbol, ScalarValue> variables)
    {
        var value = Evaluate(choice.Value, variables);
        return From(0);

        ScalarValue From(int index)
        {
            if (index >= choice.Arms.Length)
            {
                throw Unreadable(choice.Syntax, "a 'switch' without an arm for every value", "a last arm '_'");
            }

            var arm = choice.Arms[index];
            var (condition, inside) = Matches(arm.Pattern, value, variables);
            if (arm.Guard is not null)
            {
                condition = Condition.And(condition, Truth(Evaluate(arm.Guard, inside), arm.Guard.Syntax));
            }

            // Also where no arm is left: the last one is taken for the rest, NaN included.
            return condition is Condition.Known { Truth: true } || (index == choice.Arms.Length - 1 && condition is not Condition.Known)
                ? Evaluate(arm.Value, inside)
                : Choose(condition, Evaluate(arm.Value, inside), From(index + 1), choice.Syntax);
        }
    }

    private (Condition Condition, ImmutableDictionary<ISymbol, ScalarValue> Variables) Matches(
        IPatternOperation pattern, ScalarValue value, ImmutableDictionary<ISymbol, ScalarValue> variables)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return (Condition.Of(true), variables);
            case IConstantPatternOperation constant:
                return (Truth(Combine(pattern, BinaryOperatorKind.Equals, value, Evaluate(constant.Value, variables)), pattern.Syntax), variables);
            case IRelationalPatternOperation relation:
                return (Truth(Combine(pattern, relation.OperatorKind, value, Evaluate(relation.Value, variables)), pattern.Syntax), variables);
            case INegatedPatternOperation negated:
                return (Condition.Not(Matches(negated.Pattern, value, variables).Condition), variables);
            case IBinaryPatternOperation both:
                var (left, first) = Matches(both.LeftPattern, value, variables);
                var (right, second) = Matches(both.RightPattern, value, first);
                return both.OperatorKind == BinaryOperatorKind.Or ? (Condition.Or(left, right), second) : (Condition.And(left, right), second);
            case IDeclarationPatternOperation { MatchesNull: true } named:
                return (Condition.Of(true), named.DeclaredSymbol is { } variable ? variables.SetItem(variable, value) : variables);
            case IInvalidOperation:
                throw UnreadableException.Incomplete(pattern.Syntax);
            default:
                throw Unreadable(pattern.Syntax, $"the pattern '{FoundText.Shortened(pattern.Syntax)}'", "comparisons with numbers, 'and', 'or', 'not' and '_'");
        }
    }
}
