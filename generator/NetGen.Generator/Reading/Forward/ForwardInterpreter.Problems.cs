using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Reading.Forward;

/// <content>
/// Going on behind a statement that cannot be compiled: it is reported, what it would have assigned is unknown from there on, and whatever needs that is passed over in silence. Only
/// a statement that may leave the method ends its reading, because then nobody knows whether the rest would run.
/// </content>
internal sealed partial class ForwardInterpreter
{
    private readonly HashSet<SyntaxNode> _reported = [];

    private bool MayGoOn(UnreadableException problem) => !problem.IsFatal && (problem.Found is not null || problem.IsReported || _reported.Count > 0);

    /// <summary>Reports a problem, once also where a loop or several calls meet it.</summary>
    private void Note(UnreadableException problem)
    {
        if (problem.Found is not null && _reported.Add(problem.Place))
        {
            session.Report(scope.Key, problem);
        }
    }

    /// <summary>Whether a statement can leave the method or an outer loop.</summary>
    private static bool MayLeave(IOperation operation) => operation is IReturnOperation or IBranchOperation
        || (operation is not (ILocalFunctionOperation or IAnonymousFunctionOperation) && operation.ChildOperations.Any(MayLeave));

    /// <summary>Makes everything unknown that an operation might have assigned.</summary>
    private void Forget(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator:
                _variables[declarator.Symbol] = new UnknownValue();
                break;
            case IAssignmentOperation assignment:
                ForgetTarget(assignment.Target);
                break;
            case IIncrementOrDecrementOperation step:
                ForgetTarget(step.Target);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } variable }:
                _variables[variable] = new UnknownValue();
                break;
            // Who holds an array or a list may have changed it.
            case ILocalReferenceOperation local:
                ForgetItems(local.Local);
                break;
            case IParameterReferenceOperation parameter:
                ForgetItems(parameter.Parameter);
                break;
        }

        foreach (var child in operation.ChildOperations)
        {
            Forget(child);
        }
    }

    private void ForgetTarget(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                _variables[local.Local] = new UnknownValue();
                break;
            case IParameterReferenceOperation parameter:
                _variables[parameter.Parameter] = new UnknownValue();
                break;
            case ITupleOperation or IDeclarationExpressionOperation:
                foreach (var child in target.ChildOperations)
                {
                    ForgetTarget(child);
                }

                break;
        }
    }

    private void ForgetItems(ISymbol variable)
    {
        if (_variables.TryGetValue(variable, out var value) && value is ListValue list)
        {
            list.IsUnknown = true;
        }
    }
}
