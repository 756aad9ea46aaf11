using NetGen.Compiler.Scalars;

namespace NetGen.Generator.Reading.Functions;

/// <summary>What an expression is in a scalar function.</summary>
internal abstract record ScalarValue;

/// <summary>A number that depends on the arguments, or a real constant. A whole one is a C# integer, whose division cuts off.</summary>
internal sealed record NumberValue(Expr Expression, bool IsWhole = false) : ScalarValue;

/// <summary>An integer constant, computed as C# does.</summary>
internal sealed record WholeValue(object Content) : ScalarValue;

internal sealed record TruthValue(Condition Condition) : ScalarValue;
