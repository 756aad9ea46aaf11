using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Reading.Forward;

/// <summary>Arithmetic on the holes of a block: it builds expressions in postfix notation beside the placeholders that C# computes with.</summary>
internal static class HoleArithmetic
{
    /// <summary>Null where the operation has no meaning for holes.</summary>
    public static HoleValue? Binary(BinaryOperatorKind kind, Value left, Value right)
    {
        var symbol = kind switch
        {
            BinaryOperatorKind.Add => "+",
            BinaryOperatorKind.Subtract => "-",
            BinaryOperatorKind.Multiply => "*",
            BinaryOperatorKind.Divide => "/",
            _ => null,
        };
        return symbol is not null && Operand(left) is { } first && Operand(right) is { } second
            ? new HoleValue($"{first.Postfix} {second.Postfix} {symbol}", Placeholder(kind, first.Placeholder, second.Placeholder))
            : null;
    }

    private static HoleValue? Operand(Value value) => value switch
    {
        HoleValue { IsReal: false } hole => hole,
        ConstantValue { Content: int number } => new HoleValue(Compiler.Scalars.NumberText.Shortest(number), number),
        _ => null,
    };

    private static int Placeholder(BinaryOperatorKind kind, int left, int right) => unchecked(kind switch
    {
        BinaryOperatorKind.Add => left + right,
        BinaryOperatorKind.Subtract => left - right,
        BinaryOperatorKind.Multiply => left * right,
        _ => right == 0 ? 0 : left / right,
    });
}
