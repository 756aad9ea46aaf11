using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Reading.Forward;

namespace NetGen.Generator.Reading.Functions;

/// <content>Statements. Behind a condition on an argument, both branches run on to the end, each with its own variables.</content>
internal sealed partial class ScalarInterpreter
{
    /// <summary>The value that is returned; null where the end is reached without.</summary>
    private ScalarValue? Execute(Todo? todo, ImmutableDictionary<ISymbol, ScalarValue> variables)
    {
        for (; todo is not null; todo = todo.Next)
        {
            var statement = todo.Statement;
            Count(statement.Syntax);
            switch (statement)
            {
                case IBlockOperation block:
                    return Execute(Before(block.Operations, todo.Next), variables);
                case IVariableDeclarationGroupOperation group:
                    foreach (var declaration in group.Declarations)
                    {
                        foreach (var declarator in declaration.Declarators)
                        {
                            if ((declarator.Initializer ?? declaration.Initializer) is { } initializer)
                            {
                                variables = variables.SetItem(declarator.Symbol, Evaluate(initializer.Value, variables));
                            }
                        }
                    }

                    break;
                case IExpressionStatementOperation expression:
                    variables = Assign(expression.Operation, variables);
                    break;
                case IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value }:
                    return Evaluate(value, variables);
                case IConditionalOperation choice:
                    return Branch(choice, todo.Next, variables);
                case ILocalFunctionOperation or IEmptyOperation:
                    break;
                case IInvalidOperation:
                    throw UnreadableException.Incomplete(statement.Syntax);
                default:
                    throw Unreadable(statement.Syntax, FoundText.Of(statement), Supported);
            }
        }

        return null;
    }

    private ScalarValue? Branch(IConditionalOperation choice, Todo? next, ImmutableDictionary<ISymbol, ScalarValue> variables)
    {
        var condition = Truth(Evaluate(choice.Condition, variables), choice.Condition.Syntax);
        var then = new Todo(choice.WhenTrue, next);
        var otherwise = choice.WhenFalse is null ? next : new Todo(choice.WhenFalse, next);
        if (condition is Condition.Known known)
        {
            return Execute(known.Truth ? then : otherwise, variables);
        }

        return Execute(then, variables) is { } first && Execute(otherwise, variables) is { } second
            ? Choose(condition, first, second, choice.Syntax)
            : null;
    }

    private ImmutableDictionary<ISymbol, ScalarValue> Assign(IOperation operation, ImmutableDictionary<ISymbol, ScalarValue> variables)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: false } assignment when Target(assignment.Target) is { } target:
                return variables.SetItem(target, Evaluate(assignment.Value, variables));
            case ICompoundAssignmentOperation assignment when Target(assignment.Target) is { } target:
                var result = Combine(assignment, assignment.OperatorKind, Evaluate(assignment.Target, variables), Evaluate(assignment.Value, variables));
                return variables.SetItem(target, Convert(result, assignment.Type, assignment.Syntax));
            case IInvalidOperation:
                throw UnreadableException.Incomplete(operation.Syntax);
            default:
                throw Unreadable(operation.Syntax, FoundText.Of(operation), Supported);
        }
    }

    private static ISymbol? Target(IOperation target) => target switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => local,
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => parameter,
        _ => null,
    };

    private static Todo? Before(ImmutableArray<IOperation> statements, Todo? next)
    {
        for (var i = statements.Length - 1; i >= 0; i--)
        {
            next = new Todo(statements[i], next);
        }

        return next;
    }
}
