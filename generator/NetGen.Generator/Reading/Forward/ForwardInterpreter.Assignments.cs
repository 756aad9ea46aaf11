using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Reading.Forward;

/// <content>Assignments.</content>
internal sealed partial class ForwardInterpreter
{
    private Value Assignment(IAssignmentOperation assignment)
    {
        Value value;
        switch (assignment)
        {
            case ISimpleAssignmentOperation { IsRef: false } simple:
                value = Evaluate(simple.Value);
                Assign(simple.Target, value);
                return value;
            case IDeconstructionAssignmentOperation deconstruction:
                value = Evaluate(deconstruction.Value);
                Assign(deconstruction.Target, value);
                return value;
            case ICompoundAssignmentOperation compound:
                var left = Evaluate(compound.Target);
                value = Combine(compound, compound.OperatorKind, left, Evaluate(compound.Value));
                value = compound.Type is null ? value : Convert(value, compound.Type, compound.Syntax);
                Assign(compound.Target, value);
                return value;
            default:
                throw Unreadable(assignment.Syntax, $"'{Shortened(assignment.Syntax)}'", "= += -= *= /= on local variables");
        }
    }

    private Value Increment(IIncrementOrDecrementOperation step)
    {
        var before = Evaluate(step.Target);
        var kind = step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        var after = Combine(step, kind, before, new ConstantValue(1));
        after = step.Type is null ? after : Convert(after, step.Type, step.Syntax);
        Assign(step.Target, after);
        return step.IsPostfix ? before : after;
    }

    private void Assign(IOperation target, Value value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                SetVariable(local.Local, value);
                break;
            case IParameterReferenceOperation parameter:
                SetVariable(parameter.Parameter, value);
                break;
            case IVariableDeclaratorOperation declarator:
                SetVariable(declarator.Symbol, value);
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value);
                break;
            case IDiscardOperation:
                break;
            case ITupleOperation tuple when value is TupleValue { Elements: var elements } && elements.Length == tuple.Elements.Length:
                for (var i = 0; i < elements.Length; i++)
                {
                    // The conversion of an element, such as of a number to a tensor, has no operation of its own here.
                    Assign(tuple.Elements[i], tuple.Elements[i].Type is { } type ? Convert(elements[i], type, tuple.Elements[i].Syntax) : elements[i]);
                }

                break;
            case IArrayElementReferenceOperation { Indices.Length: 1 } element when Evaluate(element.ArrayReference) is ListValue list:
                list.Items[Position(element.Indices[0], list.Items.Count)] = value;
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance, Arguments.Length: 1 } element when Evaluate(instance) is ListValue list:
                list.Items[Position(element.Arguments[0].Value, list.Items.Count)] = value;
                break;
            case IImplicitIndexerReferenceOperation element when Evaluate(element.Instance) is ListValue list:
                list.Items[Position(element.Argument, list.Items.Count)] = value;
                break;
            case IInvalidOperation:
                throw UnreadableException.Incomplete(target.Syntax);
            case IFieldReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: false }:
                throw Unreadable(target.Syntax, $"an assignment to the member '{Shortened(target.Syntax)}'", "local variables; a network keeps no state between calls");
            default:
                throw Unreadable(target.Syntax, $"an assignment to '{Shortened(target.Syntax)}'", "local variables, tuples of them, and elements of arrays");
        }
    }
}
