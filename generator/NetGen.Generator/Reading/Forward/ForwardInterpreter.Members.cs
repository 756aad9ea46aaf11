using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Model;

namespace NetGen.Generator.Reading.Forward;

/// <content>Fields and properties.</content>
internal sealed partial class ForwardInterpreter
{
    private Value Field(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (KnownTypes.IsHole(field))
        {
            return scope.HasHoles
                ? new HoleValue(field.Name, (int)field.ConstantValue!)
                : throw Unreadable(reference.Syntax, $"the hole '{field.Name}' outside a block", "numbers here; holes belong to classes with [Block], whose users give them values");
        }

        if (field.ContainingType.IsTupleType && reference.Instance is { } instance)
        {
            return Evaluate(instance) is TupleValue tuple && Ordinal(field) is var ordinal && ordinal >= 0 && ordinal < tuple.Elements.Length
                ? tuple.Elements[ordinal]
                : throw Unreadable(reference.Syntax, $"'{Shortened(reference.Syntax)}'", "elements of tuples");
        }

        if (field.IsConst || (field is { IsStatic: true, IsReadOnly: true } && Arithmetic.IsSimple(field.Type)))
        {
            return Initial(field, reference.Syntax);
        }

        if (scope.Find(field) is { } index)
        {
            return Part(index, reference.Syntax);
        }

        throw Unreadable(reference.Syntax, $"the field '{field.Name}'", KnownTypes.IsLayerDelegate(field.Type) || KnownTypes.IsTensor(field.Type)
            ? "fields of this class with layers or [Parameter]"
            : "const and static readonly numbers, and fields with layers or [Parameter]");
    }

    /// <summary>The value of a constant, which may hide a hole, or of a read-only field.</summary>
    private Value Initial(IFieldSymbol field, SyntaxNode place)
    {
        if (session.Syntax(field) is VariableDeclaratorSyntax { Initializer.Value: { } initializer }
            && session.Operation(initializer) is { } operation)
        {
            if (!_entered.Add(field))
            {
                throw UnreadableException.Incomplete(place);
            }

            try
            {
                return Convert(Evaluate(operation), field.Type, place);
            }
            finally
            {
                _entered.Remove(field);
            }
        }

        return field.HasConstantValue
            ? new ConstantValue(field.ConstantValue)
            : throw Unreadable(place, $"the field '{field.Name}'", "constants with a value in this project");
    }

    private Value Part(int index, SyntaxNode place)
    {
        var field = scope.Fields[index];
        switch (field.Kind)
        {
            case FieldKind.Stack:
                return new StackValue(index, null);
            case FieldKind.Module:
                return new ModuleValue(index);
            case FieldKind.StackArray:
                var repeat = field.Layers[0].Find("Repeat");
                return new StackArrayValue(index, repeat is { Holes.Count: > 0 } && repeat.Holes[0].Length > 0
                    ? new HoleValue(repeat.Holes[0], (int)repeat.Numbers[0])
                    : new ConstantValue(field.Layers[0].Int("Repeat", 1)));
            default:
                if (!_parameters.TryGetValue(index, out var value))
                {
                    value = Emit(place, "Parameter", [], new Argument("Field", index));
                    _steps[value.Number - _inputs] = _steps[value.Number - _inputs] with { Name = field.Name };
                    _parameters.Add(index, value);
                }

                return value;
        }
    }

    private Value Property(IPropertyReferenceOperation reference)
    {
        if (reference.Instance is null || IsFromStatic(reference.Instance))
        {
            throw Unreadable(reference.Syntax, $"the property '{Shortened(reference.Syntax)}'", "constants");
        }

        var instance = Evaluate(reference.Instance);
        return (instance, reference.Property.Name) switch
        {
            (TensorValue tensor, _) when reference.Property.IsIndexer => Slice(reference, tensor),
            (TensorValue, var name) => throw Unreadable(reference.Syntax, $"'{name}' of a tensor",
                "constants for sizes, and operations that follow the shape by themselves: Reshape(x, -1), x[^1], Sum(x, axis)"),
            (StackArrayValue stacks, "Length") => stacks.Length,
            (ListValue list, _) when reference.Property.IsIndexer => Element(list, reference.Arguments[0].Value, reference.Syntax),
            (ListValue list, "Length" or "Count") => new ConstantValue(list.Items.Count),
            _ => throw Unreadable(reference.Syntax, $"the property '{Shortened(reference.Syntax)}'", "fields with layers, constants, and the length of an array"),
        };
    }

    /// <summary>Whether a chain of members starts at a static property: then all of it is to blame, and not its first link.</summary>
    private static bool IsFromStatic(IOperation chain) =>
        chain is IPropertyReferenceOperation property && (property.Instance is null || IsFromStatic(property.Instance));

    private TensorValue Slice(IPropertyReferenceOperation reference, TensorValue tensor)
    {
        var axes = new List<Value>();
        foreach (var argument in reference.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue)
            {
                continue;
            }

            var value = Evaluate(argument.Value);
            axes.AddRange(value is ListValue list ? list.Items : [value]);
        }

        return Emit(reference.Syntax, "Slice", [tensor.Number], axes.Select((axis, i) => Axis("Axis" + NumberText(i), axis, reference.Syntax)).ToArray());
    }

    private static Argument Axis(string name, Value axis, SyntaxNode place)
    {
        var ends = axis switch
        {
            RangeValue range => new[] { range.Start, range.End },
            IndexValue index => [index],
            ConstantValue or HoleValue => [new IndexValue(axis, false)],
            _ => throw Unreadable(place, $"'{Shortened(place)}'", "slices of whole numbers, indices and ranges that are constants"),
        };
        var numbers = new List<(double Number, string Hole)> { (axis is RangeValue ? 0 : 1, "") };
        foreach (var end in ends)
        {
            numbers.Add(Real(end.Offset, place));
            numbers.Add((end.FromEnd ? 1 : 0, ""));
        }

        return Numbers(name, numbers);
    }

    private static Argument Numbers(string name, IReadOnlyCollection<(double Number, string Hole)> numbers)
    {
        var argument = new Argument(name, numbers.Select(each => each.Number).ToArray());
        return numbers.Any(each => each.Hole.Length > 0) ? argument with { Holes = new(numbers.Select(each => each.Hole)) } : argument;
    }

    private static string NumberText(int number) => Compiler.Scalars.NumberText.Shortest(number);

    private static int Ordinal(IFieldSymbol field)
    {
        var elements = field.ContainingType.TupleElements;
        for (var i = 0; i < elements.Length; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(elements[i].CorrespondingTupleField ?? elements[i], field.CorrespondingTupleField ?? field))
            {
                return i;
            }
        }

        return -1;
    }
}
