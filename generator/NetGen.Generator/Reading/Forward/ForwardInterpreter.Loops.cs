using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Reading.Forward;

/// <content>Loops, which are unrolled, and <c>switch</c> statements.</content>
internal sealed partial class ForwardInterpreter
{
    private Flow Loop(ILoopOperation loop) => loop switch
    {
        IForLoopOperation each => For(each),
        IWhileLoopOperation { Condition: not null } each => While(each),
        IForEachLoopOperation { IsAsynchronous: false } each => ForEach(each),
        _ => throw Unreadable(loop.Syntax, "such a loop", "'for', 'foreach' and 'while' over constants"),
    };

    private Flow For(IForLoopOperation loop)
    {
        ExecuteAll(loop.Before);
        for (var i = 0; loop.Condition is null || Condition(loop.Condition); i++)
        {
            Limit(loop, i);
            if (Body(loop) is { } end)
            {
                return end;
            }

            ExecuteAll(loop.AtLoopBottom);
        }

        return Flow.Next;
    }

    private Flow While(IWhileLoopOperation loop)
    {
        for (var i = 0; (i == 0 && !loop.ConditionIsTop) || Condition(loop.Condition!); i++)
        {
            Limit(loop, i);
            if (Body(loop) is { } end)
            {
                return end;
            }
        }

        return Flow.Next;
    }

    private Flow ForEach(IForEachLoopOperation loop)
    {
        var collection = Evaluate(loop.Collection);
        var elements = Elements(collection, loop.Collection.Syntax);
        for (var i = 0; i < elements.Count; i++)
        {
            Limit(loop, i);
            Assign(loop.LoopControlVariable, elements[i]);
            if (Body(loop) is { } end)
            {
                return end;
            }
        }

        return Flow.Next;
    }

    /// <summary>Runs the body once. Null to go on, otherwise how the loop ends.</summary>
    private Flow? Body(ILoopOperation loop)
    {
        var flow = Execute(loop.Body);
        return flow != Flow.Branch ? flow == Flow.Next ? null : flow
            : SymbolEqualityComparer.Default.Equals(_branch, loop.ContinueLabel) ? null
            : SymbolEqualityComparer.Default.Equals(_branch, loop.ExitLabel) ? Flow.Next
            : Flow.Branch;
    }

    private void Limit(ILoopOperation loop, int iteration)
    {
        Count(loop.Syntax);
        if (iteration >= MaxIterations)
        {
            throw Unreadable(loop.Syntax, "a loop of more than 10,000 iterations", "fewer; loops are unrolled when the network is compiled");
        }
    }

    private Flow Switch(ISwitchOperation choice)
    {
        var value = Known(Evaluate(choice.Value), choice.Value.Syntax, "'switch'");
        var section = choice.Cases.FirstOrDefault(each => each.Clauses.Any(clause => clause is not IDefaultCaseClauseOperation && Matches(clause, value)))
            ?? choice.Cases.FirstOrDefault(each => each.Clauses.Any(clause => clause is IDefaultCaseClauseOperation));
        if (section is null)
        {
            return Flow.Next;
        }

        var flow = ExecuteAll(section.Body);
        return flow == Flow.Branch && SymbolEqualityComparer.Default.Equals(_branch, choice.ExitLabel) ? Flow.Next : flow;
    }

    private bool Matches(ICaseClauseOperation clause, Value value) => clause switch
    {
        ISingleValueCaseClauseOperation single => Arithmetic.AreEqual(value, Evaluate(single.Value)),
        IPatternCaseClauseOperation pattern => Matches(pattern.Pattern, value) && (pattern.Guard is null || Condition(pattern.Guard)),
        _ => throw Unreadable(clause.Syntax, Found(clause), "cases with constants"),
    };
}
