using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Reading.Forward;

/// <content>Methods and statements.</content>
internal sealed partial class ForwardInterpreter
{
    private const string SupportedStatements = "declarations, assignments, calls, 'if', 'switch', 'for', 'foreach' and 'while' over constants, and 'return'";

    private Value _returned = new VoidValue();
    private ILabelSymbol? _branch;

    private enum Flow
    {
        Next,
        Branch,
        Return,
    }

    /// <summary>Runs the body of a method whose parameters have their values.</summary>
    private Value Enter(IMethodSymbol method, SyntaxNode call)
    {
        if (!_entered.Add(method) || _entered.Count > MaxDepth)
        {
            throw Unreadable(call, $"'{method.Name}', which calls itself", "a loop with constant bounds; own methods are inlined");
        }

        var flow = ExecuteBody(method, call);
        if (flow != Flow.Return && !method.ReturnsVoid)
        {
            throw _reported.Count > 0 ? UnreadableException.Reported(call) : UnreadableException.Incomplete(call);
        }

        var result = _returned;
        _returned = new VoidValue();
        return result;
    }

    private Flow ExecuteBody(IMethodSymbol method, SyntaxNode call)
    {
        IOperation? body = null;
        try
        {
            body = Body(method, call);
            _returned = new VoidValue();
            return Execute(body);
        }
        catch (UnreadableException problem) when (body is not null && MayGoOn(problem))
        {
            Note(problem);
            Forget(body);
            throw UnreadableException.Reported(call);
        }
        finally
        {
            _entered.Remove(method);
        }
    }

    private IOperation Body(IMethodSymbol method, SyntaxNode call)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(session.Cancellation);
            if (syntax.ContainsDiagnostics)
            {
                throw UnreadableException.Incomplete(syntax);
            }

            IOperation? body = session.Operation(syntax) switch
            {
                IMethodBodyOperation operation => operation.BlockBody ?? operation.ExpressionBody,
                ILocalFunctionOperation function => function.Body,
                _ => null,
            };
            if (body is not null)
            {
                return body;
            }
        }

        return throwMissing();

        IOperation throwMissing() => throw (session.Syntax(method) is null || method.IsAbstract || method.IsExtern
            ? Unreadable(call, $"'{method.Name}', whose body is not known here", "methods of this class that are written in this project")
            : UnreadableException.Incomplete(call));
    }

    private Flow Execute(IOperation statement)
    {
        try
        {
            return ExecuteOne(statement);
        }
        catch (UnreadableException problem) when (MayGoOn(problem) && !MayLeave(statement))
        {
            Note(problem);
            Forget(statement);
            return Flow.Next;
        }
    }

    private Flow ExecuteOne(IOperation statement)
    {
        Count(statement.Syntax);
        switch (statement)
        {
            case IBlockOperation block:
                return ExecuteAll(block.Operations);
            case IVariableDeclarationGroupOperation group:
                foreach (var declaration in group.Declarations)
                {
                    Declare(declaration);
                }

                return Flow.Next;
            case IExpressionStatementOperation expression:
                Evaluate(expression.Operation);
                return Flow.Next;
            case IReturnOperation { Kind: OperationKind.Return } end:
                _returned = end.ReturnedValue is null ? new VoidValue() : Evaluate(end.ReturnedValue);
                return Flow.Return;
            case IConditionalOperation condition:
                return Condition(condition.Condition) ? Execute(condition.WhenTrue)
                    : condition.WhenFalse is null ? Flow.Next : Execute(condition.WhenFalse);
            case ILoopOperation loop:
                return Loop(loop);
            case ISwitchOperation choice:
                return Switch(choice);
            case IBranchOperation { BranchKind: BranchKind.Break or BranchKind.Continue } branch:
                _branch = branch.Target;
                return Flow.Branch;
            case ILocalFunctionOperation or IEmptyOperation:
                return Flow.Next;
            case IInvalidOperation:
                throw UnreadableException.Incomplete(statement.Syntax);
            default:
                throw Unreadable(statement.Syntax, Found(statement), SupportedStatements);
        }
    }

    private Flow ExecuteAll(IEnumerable<IOperation> statements)
    {
        foreach (var statement in statements)
        {
            if (Execute(statement) is var flow and not Flow.Next)
            {
                return flow;
            }
        }

        return Flow.Next;
    }

    private void Declare(IVariableDeclarationOperation declaration)
    {
        foreach (var declarator in declaration.Declarators)
        {
            if ((declarator.Initializer ?? declaration.Initializer) is { } initializer)
            {
                SetVariable(declarator.Symbol, Evaluate(initializer.Value));
            }
        }
    }

    private void SetVariable(ISymbol variable, Value value)
    {
        if (variable is ILocalSymbol { RefKind: not RefKind.None } or IParameterSymbol { RefKind: not (RefKind.None or RefKind.In) })
        {
            throw Unreadable(variable.DeclaringSyntaxReferences[0].GetSyntax(session.Cancellation), $"the reference '{variable.Name}'", "a variable, or a tuple as the result");
        }

        _variables[variable] = value;
        if (variable is ILocalSymbol)
        {
            NameAfter(variable.Name, value);
        }
    }

    private static string Found(IOperation operation) => FoundText.Of(operation);

    private static string Shortened(SyntaxNode syntax) => FoundText.Shortened(syntax);
}
