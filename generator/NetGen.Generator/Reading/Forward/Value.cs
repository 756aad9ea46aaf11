using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Reading.Forward;

/// <summary>What an expression is while <c>Forward</c> is read: a value of the graph, or something that the compiler knows.</summary>
internal abstract record Value;

/// <summary>A value of the graph by its number.</summary>
internal sealed record TensorValue(int Number) : Value;

/// <summary>A number, a truth value, a text or null, as C# would box it.</summary>
internal sealed record ConstantValue(object? Content) : Value;

/// <summary>A whole number that depends on holes, in postfix notation; <paramref name="Placeholder"/> is what C# takes it for.</summary>
internal sealed record HoleValue(string Postfix, int Placeholder) : Value
{
    /// <summary>Whether it was converted to a real number, where division would mean something else.</summary>
    public bool IsReal { get; init; }
}

internal sealed record TupleValue(Value[] Elements) : Value;

/// <summary>An array or a list: assignments to its elements are seen by all who hold it.</summary>
internal sealed record ListValue(List<Value> Items) : Value
{
    /// <summary>Whether a statement that could not be read may have changed it.</summary>
    public bool IsUnknown { get; set; }
}

/// <summary>A place on an axis.</summary>
internal sealed record IndexValue(Value Offset, bool FromEnd) : Value;

internal sealed record RangeValue(IndexValue Start, IndexValue End) : Value;

/// <summary>A field of type <c>Layer</c>, or one element of a <c>Layer[]</c>.</summary>
internal sealed record StackValue(int Field, int? Element) : Value;

internal sealed record StackArrayValue(int Field, Value Length) : Value;

/// <summary>A field of a block's own type.</summary>
internal sealed record ModuleValue(int Field) : Value;

internal sealed record ThisValue : Value;

/// <summary>A method that is handed to <c>Map</c>.</summary>
internal sealed record FunctionValue(IMethodSymbol Method) : Value;

/// <summary>What a method without a result gives.</summary>
internal sealed record VoidValue : Value;

/// <summary>What a statement would have assigned that could not be read.</summary>
internal sealed record UnknownValue : Value;

/// <summary>An element of an array that nobody has assigned yet.</summary>
internal sealed record UnsetValue : Value;
