using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Reading.Forward;

/// <content>Conditions and patterns on constants.</content>
internal sealed partial class ForwardInterpreter
{
    private bool Condition(IOperation condition) =>
        Known(Evaluate(condition), condition.Syntax, "a condition") is { Content: bool truth }
            ? truth
            : throw UnreadableException.Incomplete(condition.Syntax);

    /// <summary>A constant, or an explanation why control flow cannot hang on what was found.</summary>
    private static ConstantValue Known(Value value, SyntaxNode place, string what) => value switch
    {
        ConstantValue constant => constant,
        TensorValue => throw Unreadable(place, $"{what} on the values of a tensor", "Where(condition, x, y), which chooses value by value; control flow is decided when the network is compiled"),
        HoleValue => throw Unreadable(place, $"{what} on a hole", "control flow on constants; a block is read once for all values of its holes"),
        _ => throw Unreadable(place, $"{what} on '{Shortened(place)}'", "control flow on numbers and truth values that are constants"),
    };

    private Value SwitchExpression(ISwitchExpressionOperation choice)
    {
        var value = Known(Evaluate(choice.Value), choice.Value.Syntax, "'switch'");
        foreach (var arm in choice.Arms)
        {
            if (Matches(arm.Pattern, value) && (arm.Guard is null || Condition(arm.Guard)))
            {
                return Evaluate(arm.Value);
            }
        }

        throw Unreadable(choice.Syntax, "a 'switch' without an arm for this value", "an arm '_' for all other values");
    }

    private bool Matches(IPatternOperation pattern, Value value)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return true;
            case IConstantPatternOperation constant:
                return Arithmetic.AreEqual(value, Evaluate(constant.Value));
            case IRelationalPatternOperation relation:
                return Arithmetic.Binary(relation.OperatorKind, value, Evaluate(relation.Value)) is ConstantValue { Content: true };
            case INegatedPatternOperation negated:
                return !Matches(negated.Pattern, value);
            case IBinaryPatternOperation both:
                return both.OperatorKind == BinaryOperatorKind.Or
                    ? Matches(both.LeftPattern, value) || Matches(both.RightPattern, value)
                    : Matches(both.LeftPattern, value) && Matches(both.RightPattern, value);
            case IDeclarationPatternOperation { MatchesNull: true } named:
                if (named.DeclaredSymbol is { } variable)
                {
                    SetVariable(variable, value);
                }

                return true;
            case IInvalidOperation:
                throw UnreadableException.Incomplete(pattern.Syntax);
            default:
                throw Unreadable(pattern.Syntax, $"the pattern '{Shortened(pattern.Syntax)}'", "constants, comparisons, 'and', 'or', 'not' and '_'");
        }
    }
}
