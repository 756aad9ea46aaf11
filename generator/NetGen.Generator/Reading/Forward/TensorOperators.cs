using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Reading.Forward;

/// <summary>The operators of <c>Tensor</c> as operations.</summary>
internal static class TensorOperators
{
    public static string? Name(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => "Add",
        BinaryOperatorKind.Subtract => "Subtract",
        BinaryOperatorKind.Multiply => "Multiply",
        BinaryOperatorKind.Divide => "Divide",
        BinaryOperatorKind.GreaterThan => "Greater",
        BinaryOperatorKind.GreaterThanOrEqual => "GreaterOrEqual",
        BinaryOperatorKind.LessThan => "Less",
        BinaryOperatorKind.LessThanOrEqual => "LessOrEqual",
        _ => null,
    };
}
