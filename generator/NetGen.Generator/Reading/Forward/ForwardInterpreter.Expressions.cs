using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Model;

namespace NetGen.Generator.Reading.Forward;

/// <content>Expressions.</content>
internal sealed partial class ForwardInterpreter
{
    private const string SupportedExpressions =
        "layers of this class, methods of Ops, operators, slices, own methods, tuples, arrays of tensors, and arithmetic on constants";

    public Value Evaluate(IOperation operation)
    {
        Count(operation.Syntax);
        if (operation.ConstantValue is { HasValue: true, Value: var constant } && !session.Holes.Occur(operation))
        {
            return new ConstantValue(constant);
        }

        return operation switch
        {
            ILocalReferenceOperation local => Variable(local.Local, local.Syntax),
            IParameterReferenceOperation parameter => Variable(parameter.Parameter, parameter.Syntax),
            IFieldReferenceOperation field => Field(field),
            IPropertyReferenceOperation property => Property(property),
            IInvocationOperation call => Call(call),
            IBinaryOperation binary => Binary(binary),
            IUnaryOperation unary => Unary(unary),
            IConversionOperation conversion => Conversion(conversion),
            IArrayElementReferenceOperation element => Element(element),
            IImplicitIndexerReferenceOperation element => Element(element),
            IConditionalOperation { WhenFalse: not null } choice => Evaluate(Condition(choice.Condition) ? choice.WhenTrue : choice.WhenFalse),
            ISwitchExpressionOperation choice => SwitchExpression(choice),
            IIsPatternOperation test => new ConstantValue(Matches(test.Pattern, Known(Evaluate(test.Value), test.Value.Syntax, "'is'"))),
            ITupleOperation tuple => new TupleValue(tuple.Elements.Select(Evaluate).ToArray()),
            IArrayCreationOperation or ICollectionExpressionOperation or IObjectCreationOperation or IArrayInitializerOperation => Collection(operation),
            IRangeOperation range => new RangeValue(Bound(range.LeftOperand, false), Bound(range.RightOperand, true)),
            IAssignmentOperation assignment => Assignment(assignment),
            IIncrementOrDecrementOperation step => Increment(step),
            IDelegateCreationOperation { Target: IMethodReferenceOperation method } => new FunctionValue(method.Method),
            IMethodReferenceOperation method => new FunctionValue(method.Method),
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => new ThisValue(),
            IParenthesizedOperation inner => Evaluate(inner.Operand),
            IInvalidOperation => throw UnreadableException.Incomplete(operation.Syntax),
            _ when operation.Type is { TypeKind: TypeKind.Error } => throw UnreadableException.Incomplete(operation.Syntax),
            _ => throw Unreadable(operation.Syntax, Found(operation), SupportedExpressions),
        };
    }

    private Value Variable(ISymbol variable, SyntaxNode place) =>
        _variables.TryGetValue(variable, out var value)
            ? value is UnknownValue or ListValue { IsUnknown: true } ? throw UnreadableException.Reported(place) : value
            // C# would not compile a variable without a value, except what belongs to a lambda or to a primary constructor.
            : variable is IParameterSymbol
                ? throw Unreadable(place, $"the parameter '{variable.Name}'", "parameters of this method, fields with layers, and constants")
                : throw UnreadableException.Incomplete(place);

    private Value Binary(IBinaryOperation operation)
    {
        if (operation.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            var isOr = operation.OperatorKind == BinaryOperatorKind.ConditionalOr;
            return new ConstantValue(Condition(operation.LeftOperand) == isOr ? isOr : Condition(operation.RightOperand));
        }

        return Combine(operation, operation.OperatorKind, Evaluate(operation.LeftOperand), Evaluate(operation.RightOperand));
    }

    private Value Combine(IOperation operation, BinaryOperatorKind kind, Value left, Value right)
    {
        if (left is TensorValue || right is TensorValue)
        {
            var name = TensorOperators.Name(kind)
                ?? throw Unreadable(operation.Syntax, $"the operator in '{Shortened(operation.Syntax)}'",
                    kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals ? "Equal(x, y) and NotEqual(x, y), which compare value by value" : "+ - * / > >= < <= on tensors");
            return Emit(operation.Syntax, name, [Number(left, operation.Syntax), Number(right, operation.Syntax)]);
        }

        if (left is HoleValue || right is HoleValue)
        {
            return HoleArithmetic.Binary(kind, left, right)
                ?? throw Unreadable(operation.Syntax, $"'{Shortened(operation.Syntax)}', which depends on a hole", "+ - * / of whole numbers on holes, and no control flow");
        }

        return Arithmetic.Binary(kind, left, right)
            ?? throw Unreadable(operation.Syntax, $"'{Shortened(operation.Syntax)}'", "arithmetic and comparisons of constants that C# can compute, or operators on tensors");
    }

    private Value Unary(IUnaryOperation operation)
    {
        var value = Evaluate(operation.Operand);
        switch (operation.OperatorKind, value)
        {
            case (UnaryOperatorKind.Hat, _):
                return new IndexValue(value, true);
            case (UnaryOperatorKind.Plus, TensorValue or HoleValue):
                return value;
            case (UnaryOperatorKind.Minus, TensorValue tensor):
                return Emit(operation.Syntax, "Negate", [tensor.Number]);
            case (UnaryOperatorKind.Minus, HoleValue):
                return HoleArithmetic.Binary(BinaryOperatorKind.Subtract, new ConstantValue(0), value)!;
            default:
                return Arithmetic.Unary(operation.OperatorKind, value)
                    ?? throw Unreadable(operation.Syntax, $"'{Shortened(operation.Syntax)}'", "unary - and + on tensors; -, +, ! and ~ on constants");
        }
    }

    private Value Conversion(IConversionOperation conversion)
    {
        // Of a method group, which has no value of its own, and of a tuple, whose elements are converted one by one.
        var value = Evaluate(conversion.Operand);
        return conversion.Type is null ? value : Convert(value, conversion.Type, conversion.Syntax);
    }

    private Value Convert(Value value, ITypeSymbol type, SyntaxNode place) => value switch
    {
        TupleValue tuple when type is INamedTypeSymbol { IsTupleType: true } target && target.TupleElements.Length == tuple.Elements.Length =>
            new TupleValue(tuple.Elements.Select((element, i) => Convert(element, target.TupleElements[i].Type, place)).ToArray()),
        ConstantValue { Content: not null } or HoleValue when KnownTypes.IsTensor(type) => Constant(value, place),
        ConstantValue { Content: int } or HoleValue when KnownTypes.IsIndex(type) => new IndexValue(value, false),
        HoleValue hole when type.SpecialType is SpecialType.System_Double or SpecialType.System_Single => hole with { IsReal = true },
        HoleValue when KnownTypes.IsSlice(type) || type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Object => value,
        HoleValue => throw Unreadable(place, $"'{Shortened(place)}', which depends on a hole", "int"),
        ConstantValue { Content: not null } constant => Arithmetic.Convert(constant, type) ?? value,
        _ => value,
    };

    /// <summary>A number that stands where a tensor is wanted.</summary>
    private TensorValue Constant(Value value, SyntaxNode place)
    {
        var (number, hole) = Real(value, place);
        var argument = new Argument("Value", number);
        return Emit(place, "Constant", [], hole.Length == 0 ? argument : argument with { Holes = new([hole]) });
    }

    /// <summary>The number of a tensor in the graph.</summary>
    private int Number(Value value, SyntaxNode place) => value switch
    {
        TensorValue tensor => tensor.Number,
        ConstantValue { Content: not (null or string or bool) } or HoleValue => Constant(value, place).Number,
        UnsetValue => throw Unreadable(place, "an element of an array that has no value yet", "elements that were assigned before"),
        _ => throw Unreadable(place, $"'{Shortened(place)}'", "a Tensor"),
    };

    /// <summary>A number, and its expression in holes or an empty string.</summary>
    private static (double Number, string Hole) Real(Value value, SyntaxNode place) => value switch
    {
        HoleValue hole => (hole.Placeholder, hole.Postfix),
        ConstantValue constant when Arithmetic.Real(constant.Content) is { } number => (number, ""),
        _ => throw Unreadable(place, $"'{Shortened(place)}'", "a number that is a constant"),
    };

    private IndexValue Bound(IOperation? operand, bool fromEnd) => operand is null
        ? new IndexValue(new ConstantValue(0), fromEnd)
        : Evaluate(operand) as IndexValue ?? throw Unreadable(operand.Syntax, $"'{Shortened(operand.Syntax)}'", "whole numbers that are constants, also from the end");
}
