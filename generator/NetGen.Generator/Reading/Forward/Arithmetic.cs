using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Reading.Forward;

/// <summary>What C# would compute with constants. Null means: no such operation.</summary>
internal static partial class Arithmetic
{
    public static bool IsSimple(ITypeSymbol type) =>
        type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String || type.TypeKind == TypeKind.Enum;

    public static bool AreEqual(Value left, Value right) =>
        Binary(BinaryOperatorKind.Equals, left, right) is ConstantValue { Content: true };

    public static double? Real(object? content) => content switch
    {
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal =>
            System.Convert.ToDouble(content, CultureInfo.InvariantCulture),
        char character => character,
        _ => null,
    };

    public static ConstantValue? Binary(BinaryOperatorKind kind, Value left, Value right)
    {
        if (left is not ConstantValue { Content: var l } || right is not ConstantValue { Content: var r })
        {
            return null;
        }

        object? result = (Promoted(l, r), Promoted(r, l)) switch
        {
            (int a, int b) => Of(kind, a, b),
            (uint a, uint b) => Of(kind, a, b),
            (long a, long b) => Of(kind, a, b),
            (ulong a, ulong b) => Of(kind, a, b),
            (float a, float b) => Of(kind, a, b) is double number ? (float)number : Compare(kind, a, b),
            (double a, double b) => Of(kind, a, b) ?? Compare(kind, a, b),
            (bool a, bool b) => Of(kind, a, b),
            _ when kind == BinaryOperatorKind.Equals => Equals(l, r),
            _ when kind == BinaryOperatorKind.NotEquals => !Equals(l, r),
            (string a, string b) when kind == BinaryOperatorKind.Add => a + b,
            _ => null,
        };
        return result is null ? null : new ConstantValue(result);
    }

    public static ConstantValue? Unary(UnaryOperatorKind kind, Value value)
    {
        if (value is not ConstantValue { Content: var content })
        {
            return null;
        }

        object? result = (kind, Promoted(content, 0)) switch
        {
            (UnaryOperatorKind.Not, bool truth) => !truth,
            (UnaryOperatorKind.Plus, var number and not (bool or string or null)) => number,
            (UnaryOperatorKind.Minus, int number) => unchecked(-number),
            (UnaryOperatorKind.Minus, uint number) => -(long)number,
            (UnaryOperatorKind.Minus, long number) => unchecked(-number),
            (UnaryOperatorKind.Minus, float number) => -number,
            (UnaryOperatorKind.Minus, double number) => -number,
            (UnaryOperatorKind.BitwiseNegation, int number) => ~number,
            (UnaryOperatorKind.BitwiseNegation, long number) => ~number,
            _ => null,
        };
        return result is null ? null : new ConstantValue(result);
    }

    public static ConstantValue? Convert(ConstantValue value, ITypeSymbol type)
    {
        if (value.Content is bool or string or null || type.TypeKind == TypeKind.Enum)
        {
            return value;
        }

        var content = value.Content is char character ? (int)character : value.Content;
        object? result = type.SpecialType switch
        {
            SpecialType.System_Double => Real(content),
            SpecialType.System_Single => Real(content) is { } number ? (float)number : null,
            SpecialType.System_Int32 => Whole(content) is { } number ? unchecked((int)number) : null,
            SpecialType.System_UInt32 => Whole(content) is { } number ? unchecked((uint)number) : null,
            SpecialType.System_Int16 => Whole(content) is { } number ? unchecked((short)number) : null,
            SpecialType.System_UInt16 => Whole(content) is { } number ? unchecked((ushort)number) : null,
            SpecialType.System_Byte => Whole(content) is { } number ? unchecked((byte)number) : null,
            SpecialType.System_SByte => Whole(content) is { } number ? unchecked((sbyte)number) : null,
            SpecialType.System_Int64 => Whole(content),
            SpecialType.System_UInt64 => content is ulong ? content : Whole(content) is { } number ? unchecked((ulong)number) : null,
            _ => content,
        };
        return result is null ? null : new ConstantValue(result);
    }

    private static long? Whole(object content) => content switch
    {
        float or double or decimal when Real(content) is { } number => number is >= -9.2e18 and <= 9.2e18 ? (long)number : null,
        ulong number => unchecked((long)number),
        _ => System.Convert.ToInt64(content, CultureInfo.InvariantCulture),
    };

    /// <summary>Binary numeric promotion (C# 12.4.7.3).</summary>
    private static object? Promoted(object? value, object? other)
    {
        value = Widened(value);
        other = Widened(other);
        return (value, other) switch
        {
            (bool or string or null, _) or (_, bool or string or null) => value,
            (_, double) or (double, _) => Real(value),
            (_, float) or (float, _) => (float)Real(value)!.Value,
            (ulong, _) => value,
            (_, ulong) => unchecked((ulong)System.Convert.ToInt64(value, CultureInfo.InvariantCulture)),
            (_, long) or (long, _) or (int, uint) or (uint, int) => System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
            _ => value,
        };
    }

    private static object? Widened(object? value) => value switch
    {
        sbyte or byte or short or ushort => System.Convert.ToInt32(value, CultureInfo.InvariantCulture),
        char character => (int)character,
        decimal => Real(value),
        _ => value,
    };
}
