using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Reading.Forward;

/// <content>Arrays and lists.</content>
internal sealed partial class ForwardInterpreter
{
    private const string SupportedCollections = "arrays and List<T> of tensors or constants";

    private Value Collection(IOperation operation)
    {
        switch (operation)
        {
            case IArrayCreationOperation { DimensionSizes.Length: 1 } array:
                if (array.Initializer is { } initializer)
                {
                    return Collection(initializer);
                }

                var length = Whole(Evaluate(array.DimensionSizes[0]), array.DimensionSizes[0].Syntax);
                if (length is < 0 or > MaxIterations)
                {
                    throw Unreadable(array.Syntax, "an array of this length", "0 to 10,000 elements");
                }

                var unset = Default((array.Type as IArrayTypeSymbol)?.ElementType);
                return new ListValue(Enumerable.Repeat(unset, length).ToList());
            case IArrayInitializerOperation initializer2:
                return new ListValue(initializer2.ElementValues.Select(Evaluate).ToList());
            case ICollectionExpressionOperation expression:
                return new ListValue(expression.Elements.SelectMany(element => Spread(element, ElementType(expression.Type))).ToList());
            case IObjectCreationOperation creation when KnownTypes.IsList(creation.Type):
                return List(creation);
            case IObjectCreationOperation { Arguments.Length: 1 or 2 } creation when KnownTypes.IsIndex(creation.Type):
                return new IndexValue(
                    Evaluate(creation.Arguments[0].Value),
                    creation.Arguments.Length == 2 && Evaluate(creation.Arguments[1].Value) is ConstantValue { Content: true });
            default:
                throw Unreadable(operation.Syntax, $"'{Shortened(operation.Syntax)}'", SupportedCollections);
        }
    }

    private ListValue List(IObjectCreationOperation creation)
    {
        var items = new List<Value>();
        foreach (var argument in creation.Arguments)
        {
            // A capacity says nothing; a collection is copied.
            if (Evaluate(argument.Value) is ListValue source)
            {
                items.AddRange(source.Items);
            }
        }

        foreach (var initializer in creation.Initializer?.Initializers ?? [])
        {
            items.Add(initializer is IInvocationOperation { Arguments.Length: 1 } add
                ? Evaluate(add.Arguments[0].Value)
                : throw Unreadable(initializer.Syntax, $"'{Shortened(initializer.Syntax)}'", SupportedCollections));
        }

        return new ListValue(items);
    }

    private IEnumerable<Value> Spread(IOperation element, ITypeSymbol? type)
    {
        var values = element is ISpreadOperation spread ? Elements(Evaluate(spread.Operand), spread.Operand.Syntax) : [Evaluate(element)];
        return type is null ? values : values.Select(value => Convert(value, type, element.Syntax));
    }

    private static ITypeSymbol? ElementType(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments.Length: 1 } named => named.TypeArguments[0],
        _ => null,
    };

    /// <summary>What a loop over the value sees.</summary>
    private static List<Value> Elements(Value value, SyntaxNode place) => value switch
    {
        ListValue list => [.. list.Items],
        StackArrayValue { Length: ConstantValue { Content: int length } } stacks =>
            Enumerable.Range(0, Math.Max(0, length)).Select(Value (element) => new StackValue(stacks.Field, element)).ToList(),
        StackArrayValue => throw Unreadable(place, $"a loop over '{Shortened(place)}', whose length is a hole", "a constant Repeat; a block is read once for all values of its holes"),
        TensorValue => throw Unreadable(place, "a loop over the values of a tensor", "operations on whole tensors, and slices such as x[0]"),
        _ => throw Unreadable(place, $"'{Shortened(place)}'", "arrays of tensors or constants, and fields of type Layer[]"),
    };

    private Value Element(IArrayElementReferenceOperation element)
    {
        if (element.Indices.Length != 1)
        {
            throw Unreadable(element.Syntax, "an array of several dimensions", SupportedCollections);
        }

        return Element(Evaluate(element.ArrayReference), element.Indices[0], element.Syntax);
    }

    private Value Element(IImplicitIndexerReferenceOperation element) => Element(Evaluate(element.Instance), element.Argument, element.Syntax);

    private Value Element(Value collection, IOperation index, SyntaxNode place)
    {
        var at = Evaluate(index);
        switch (collection)
        {
            case ListValue list when at is RangeValue range:
                var (start, end) = (Offset(range.Start, list.Items.Count, index.Syntax), Offset(range.End, list.Items.Count, index.Syntax));
                return start >= 0 && start <= end && end <= list.Items.Count
                    ? new ListValue(list.Items.GetRange(start, end - start))
                    : throw Unreadable(index.Syntax, $"the range '{Shortened(index.Syntax)}' of {list.Items.Count} elements", "a range within the array");
            case ListValue list:
                return list.Items[Position(at, list.Items.Count, index.Syntax)] is var item and not UnsetValue
                    ? item
                    : throw Unreadable(place, $"'{Shortened(place)}', which has no value yet", "elements that were assigned before");
            case StackArrayValue { Length: ConstantValue { Content: int length } } stacks:
                return new StackValue(stacks.Field, Position(at, length, index.Syntax));
            case StackArrayValue stacks:
                return new StackValue(stacks.Field, Whole(at, index.Syntax));
            default:
                throw Unreadable(place, $"'{Shortened(place)}'", SupportedCollections);
        }
    }

    private int Position(IOperation index, int count) => Position(Evaluate(index), count, index.Syntax);

    private static int Position(Value index, int count, SyntaxNode place)
    {
        var position = index is IndexValue value ? Offset(value, count, place) : Whole(index, place);
        return position >= 0 && position < count
            ? position
            : throw Unreadable(place, FormattableString.Invariant($"the index {position} of {count} elements"), "an index within the array");
    }

    private static int Offset(IndexValue index, int count, SyntaxNode place) =>
        index.FromEnd ? count - Whole(index.Offset, place) : Whole(index.Offset, place);

    private static int Whole(Value value, SyntaxNode place) => value switch
    {
        ConstantValue { Content: int number } => number,
        ConstantValue { Content: sbyte or byte or short or ushort or uint or long } constant when Arithmetic.Real(constant.Content) is >= int.MinValue and <= int.MaxValue =>
            (int)Arithmetic.Real(constant.Content)!.Value,
        HoleValue => throw Unreadable(place, $"'{Shortened(place)}', which depends on a hole", "a constant here; holes may stand in attributes, dimensions and slices"),
        _ => throw Unreadable(place, $"'{Shortened(place)}'", "a whole number that is a constant"),
    };

    private static Value Default(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_Int32 => new ConstantValue(0),
        SpecialType.System_Single => new ConstantValue(0f),
        SpecialType.System_Double => new ConstantValue(0.0),
        SpecialType.System_Boolean => new ConstantValue(false),
        _ => new UnsetValue(),
    };
}
