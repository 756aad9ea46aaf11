using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Scalars;
using NetGen.Generator.Reading.Forward;

namespace NetGen.Generator.Reading.Functions;

/// <content>Expressions.</content>
internal sealed partial class ScalarInterpreter
{
    private ScalarValue Evaluate(IOperation operation, ImmutableDictionary<ISymbol, ScalarValue> variables)
    {
        Count(operation.Syntax);
        var constant = operation.ConstantValue is { HasValue: true } known ? Known(known.Value) : null;
        return operation switch
        {
            // Whole and truth values as C# computes them; real ones from their parts, without its rounding to single precision.
            _ when constant is WholeValue or TruthValue => constant,
            ILiteralOperation when constant is not null => constant,
            ILocalReferenceOperation local => Variable(local.Local, local.Syntax, variables),
            IParameterReferenceOperation parameter => Variable(parameter.Parameter, parameter.Syntax, variables),
            IFieldReferenceOperation field => Field(field, constant),
            IConversionOperation conversion => Convert(Evaluate(conversion.Operand, variables), conversion.Type, conversion.Syntax),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => new TruthValue(Condition.And(
                Truth(Evaluate(both.LeftOperand, variables), both.Syntax), Truth(Evaluate(both.RightOperand, variables), both.Syntax))),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => new TruthValue(Condition.Or(
                Truth(Evaluate(either.LeftOperand, variables), either.Syntax), Truth(Evaluate(either.RightOperand, variables), either.Syntax))),
            IBinaryOperation { OperatorMethod: null } binary => Combine(
                binary, binary.OperatorKind, Evaluate(binary.LeftOperand, variables), Evaluate(binary.RightOperand, variables)),
            IUnaryOperation unary => Unary(unary, Evaluate(unary.Operand, variables)),
            IConditionalOperation { WhenFalse: not null } choice => Choose(
                Truth(Evaluate(choice.Condition, variables), choice.Condition.Syntax),
                Evaluate(choice.WhenTrue, variables), Evaluate(choice.WhenFalse, variables), choice.Syntax),
            ISwitchExpressionOperation choice => Switch(choice, variables),
            IIsPatternOperation test => new TruthValue(Matches(test.Pattern, Evaluate(test.Value, variables), variables).Condition),
            IInvocationOperation call => Call(call, variables),
            IParenthesizedOperation inner => Evaluate(inner.Operand, variables),
            IInvalidOperation => throw UnreadableException.Incomplete(operation.Syntax),
            _ when operation.Type is { TypeKind: TypeKind.Error } => throw UnreadableException.Incomplete(operation.Syntax),
            _ => constant ?? throw Unreadable(operation.Syntax, FoundText.Of(operation), Supported),
        };
    }

    private static ScalarValue? Known(object? value) => value switch
    {
        bool truth => new TruthValue(Condition.Of(truth)),
        float single => new NumberValue(Scalar.Constant(AsWritten(single))),
        double number => new NumberValue(Scalar.Constant(number)),
        sbyte or byte or short or ushort or int or uint or long or ulong or char => new WholeValue(value),
        _ => null,
    };

    /// <summary>0.1f is the number 0.1, which single precision rounds to the same float and double precision does not.</summary>
    private static double AsWritten(float single)
    {
        foreach (var format in new[] { "G6", "G7", "G8", "G9" })
        {
            var text = single.ToString(format, CultureInfo.InvariantCulture);
            if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var back) && back.Equals(single))
            {
                return double.Parse(text, CultureInfo.InvariantCulture);
            }
        }

        return single;
    }

    private static ScalarValue Variable(ISymbol variable, SyntaxNode place, ImmutableDictionary<ISymbol, ScalarValue> variables) =>
        variables.TryGetValue(variable, out var value)
            ? value
            : variable is ILocalSymbol && variable.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.LocalFunction }
                ? throw UnreadableException.Incomplete(place)
                : throw Unreadable(place, $"the captured variable '{variable.Name}'", "parameters and own locals");

    private ScalarValue Field(IFieldReferenceOperation reference, ScalarValue? constant)
    {
        var field = reference.Field;
        if (KnownTypes.IsMath(field.ContainingType) || field.ContainingType.SpecialType is SpecialType.System_Single or SpecialType.System_Double)
        {
            return field.Name switch
            {
                "PI" or "Pi" => new NumberValue(Scalar.Constant(Math.PI)),
                "E" => new NumberValue(Scalar.Constant(Math.E)),
                "Tau" => new NumberValue(Scalar.Constant(2 * Math.PI)),
                _ => constant ?? throw Unreadable(reference.Syntax, FoundText.Of(reference), Supported),
            };
        }

        if ((field.IsConst || (field is { IsStatic: true, IsReadOnly: true } && Arithmetic.IsSimple(field.Type)))
            && session.Syntax(field) is VariableDeclaratorSyntax { Initializer.Value: { } initializer }
            && session.Operation(initializer) is { } operation
            && _entered.Add(field))
        {
            var value = Convert(Evaluate(operation, ImmutableDictionary<ISymbol, ScalarValue>.Empty), field.Type, reference.Syntax);
            _entered.Remove(field);
            return value;
        }

        return constant ?? throw Unreadable(reference.Syntax, $"the field '{field.Name}'", "const and static readonly numbers of this project");
    }

    private ScalarValue Convert(ScalarValue value, ITypeSymbol? type, SyntaxNode place)
    {
        var isReal = type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;
        switch (value)
        {
            case WholeValue whole when isReal:
                return new NumberValue(Real(whole, place) );
            case WholeValue whole when type is not null:
                return Arithmetic.Convert(new ConstantValue(whole.Content), type) is { Content: { } content } ? new WholeValue(content) : whole;
            case NumberValue number when isReal:
                return number with { IsWhole = false };
            case NumberValue { IsWhole: false } number when type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64:
                Kink(place, $"the conversion to {type.ToDisplayString()}", number.Expression);
                return new NumberValue(Rounding.Truncate(number.Expression), true);
            case NumberValue { IsWhole: true } or TruthValue:
                return value;
            default:
                throw Unreadable(place, $"the conversion '{FoundText.Shortened(place)}'", "float, double and int");
        }
    }

    private ScalarValue Unary(IUnaryOperation operation, ScalarValue value) => (operation.OperatorKind, value) switch
    {
        (UnaryOperatorKind.Not, TruthValue truth) => new TruthValue(Condition.Not(truth.Condition)),
        (UnaryOperatorKind.Plus, NumberValue or WholeValue) => value,
        (UnaryOperatorKind.Minus, NumberValue { Expression: Constant constant } number) => number with { Expression = Scalar.Constant(-constant.Value) },
        (UnaryOperatorKind.Minus, NumberValue number) => number with { Expression = -number.Expression },
        (_, WholeValue whole) when Arithmetic.Unary(operation.OperatorKind, new ConstantValue(whole.Content)) is { Content: { } content } => new WholeValue(content),
        _ => throw Unreadable(operation.Syntax, FoundText.Of(operation), Supported),
    };

    private ScalarValue Combine(IOperation operation, BinaryOperatorKind kind, ScalarValue left, ScalarValue right)
    {
        var place = operation.Syntax;
        if (left is WholeValue a && right is WholeValue b)
        {
            return Arithmetic.Binary(kind, new ConstantValue(a.Content), new ConstantValue(b.Content)) is { Content: { } content }
                ? Known(content)!
                : throw Unreadable(place, $"'{FoundText.Shortened(place)}'", "arithmetic that C# can compute");
        }

        if (left is TruthValue p && right is TruthValue q)
        {
            return new TruthValue(kind switch
            {
                BinaryOperatorKind.And => Condition.And(p.Condition, q.Condition),
                BinaryOperatorKind.Or => Condition.Or(p.Condition, q.Condition),
                BinaryOperatorKind.ExclusiveOr or BinaryOperatorKind.NotEquals => Condition.If(p.Condition, Condition.Not(q.Condition), q.Condition),
                BinaryOperatorKind.Equals => Condition.If(p.Condition, q.Condition, Condition.Not(q.Condition)),
                _ => throw Unreadable(place, FoundText.Of(operation), Supported),
            });
        }

        var isWhole = left is WholeValue or NumberValue { IsWhole: true } && right is WholeValue or NumberValue { IsWhole: true };
        var (x, y) = (Real(left, place), Real(right, place));
        if (Compared(kind) is { } comparison)
        {
            if (comparison is Comparison.Equal or Comparison.NotEqual)
            {
                Kink(place, $"'{FoundText.Shortened(place)}'", x, y);
            }

            return new TruthValue(new Condition.Compared(comparison, x, y));
        }

        var result = kind switch
        {
            BinaryOperatorKind.Add => x + y,
            BinaryOperatorKind.Subtract => x - y,
            BinaryOperatorKind.Multiply => x * y,
            BinaryOperatorKind.Divide => x / y,
            _ => throw Unreadable(place, FoundText.Of(operation), Supported),
        };
        return new NumberValue(isWhole && kind == BinaryOperatorKind.Divide ? Rounding.Truncate(result) : result, isWhole);
    }

    private static Comparison? Compared(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.GreaterThan => Comparison.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => Comparison.GreaterOrEqual,
        BinaryOperatorKind.LessThan => Comparison.Less,
        BinaryOperatorKind.LessThanOrEqual => Comparison.LessOrEqual,
        BinaryOperatorKind.Equals => Comparison.Equal,
        BinaryOperatorKind.NotEquals => Comparison.NotEqual,
        _ => null,
    };
}
