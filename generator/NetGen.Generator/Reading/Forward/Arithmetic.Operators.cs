using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Reading.Forward;

/// <content>The operators, type by type; division by zero has no result.</content>
internal static partial class Arithmetic
{
    private static object? Of(BinaryOperatorKind kind, int a, int b) => unchecked(kind switch
    {
        BinaryOperatorKind.Add => a + b,
        BinaryOperatorKind.Subtract => a - b,
        BinaryOperatorKind.Multiply => a * b,
        BinaryOperatorKind.Divide => b is 0 ? null : b == -1 ? -a : a / b,
        BinaryOperatorKind.Remainder => b is 0 ? null : b == -1 ? 0 : a % b,
        BinaryOperatorKind.LeftShift => a << b,
        BinaryOperatorKind.RightShift => a >> b,
        BinaryOperatorKind.UnsignedRightShift => (int)((uint)a >> b),
        BinaryOperatorKind.And => a & b,
        BinaryOperatorKind.Or => a | b,
        BinaryOperatorKind.ExclusiveOr => a ^ b,
        _ => Compare(kind, a, b),
    });

    private static object? Of(BinaryOperatorKind kind, uint a, uint b) => unchecked(kind switch
    {
        BinaryOperatorKind.Add => a + b,
        BinaryOperatorKind.Subtract => a - b,
        BinaryOperatorKind.Multiply => a * b,
        BinaryOperatorKind.Divide => b == 0 ? null : a / b,
        BinaryOperatorKind.Remainder => b == 0 ? null : a % b,
        BinaryOperatorKind.And => a & b,
        BinaryOperatorKind.Or => a | b,
        BinaryOperatorKind.ExclusiveOr => a ^ b,
        _ => Compare(kind, a, b),
    });

    private static object? Of(BinaryOperatorKind kind, long a, long b) => unchecked(kind switch
    {
        BinaryOperatorKind.Add => a + b,
        BinaryOperatorKind.Subtract => a - b,
        BinaryOperatorKind.Multiply => a * b,
        BinaryOperatorKind.Divide => b is 0 ? null : b == -1 ? -a : a / b,
        BinaryOperatorKind.Remainder => b is 0 ? null : b == -1 ? 0L : a % b,
        BinaryOperatorKind.And => a & b,
        BinaryOperatorKind.Or => a | b,
        BinaryOperatorKind.ExclusiveOr => a ^ b,
        _ => Compare(kind, a, b),
    });

    private static object? Of(BinaryOperatorKind kind, ulong a, ulong b) => unchecked(kind switch
    {
        BinaryOperatorKind.Add => a + b,
        BinaryOperatorKind.Subtract => a - b,
        BinaryOperatorKind.Multiply => a * b,
        BinaryOperatorKind.Divide => b == 0 ? null : a / b,
        BinaryOperatorKind.Remainder => b == 0 ? null : a % b,
        BinaryOperatorKind.And => a & b,
        BinaryOperatorKind.Or => a | b,
        BinaryOperatorKind.ExclusiveOr => a ^ b,
        _ => Compare(kind, a, b),
    });

    private static object? Of(BinaryOperatorKind kind, double a, double b) => kind switch
    {
        BinaryOperatorKind.Add => a + b,
        BinaryOperatorKind.Subtract => a - b,
        BinaryOperatorKind.Multiply => a * b,
        BinaryOperatorKind.Divide => a / b,
        BinaryOperatorKind.Remainder => a % b,
        _ => null,
    };

    private static object? Of(BinaryOperatorKind kind, bool a, bool b) => kind switch
    {
        BinaryOperatorKind.And => a & b,
        BinaryOperatorKind.Or => a | b,
        BinaryOperatorKind.ExclusiveOr => a ^ b,
        BinaryOperatorKind.Equals => a == b,
        BinaryOperatorKind.NotEquals => a != b,
        _ => null,
    };

    private static object? Compare<T>(BinaryOperatorKind kind, T a, T b)
        where T : IComparable<T>, IEquatable<T> => kind switch
    {
        // Equals and CompareTo take NaN for a number; the operators of C# do not.
        BinaryOperatorKind.NotEquals => !a.Equals(b) || IsNaN(a),
        _ when IsNaN(a) || IsNaN(b) => kind is BinaryOperatorKind.Equals or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
            or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual ? false : null,
        BinaryOperatorKind.Equals => a.Equals(b),
        BinaryOperatorKind.GreaterThan => a.CompareTo(b) > 0,
        BinaryOperatorKind.GreaterThanOrEqual => a.CompareTo(b) >= 0,
        BinaryOperatorKind.LessThan => a.CompareTo(b) < 0,
        BinaryOperatorKind.LessThanOrEqual => a.CompareTo(b) <= 0,
        _ => null,
    };

    private static bool IsNaN<T>(T value) => value is double.NaN or float.NaN;
}
