using NetGen.Compiler.Scalars;

namespace NetGen.Generator.Reading.Functions;

/// <summary>A truth value. It has no expression of its own: what hangs on it becomes a choice between two.</summary>
internal abstract record Condition
{
    public static Condition Of(bool truth) => new Known(truth);

    public static Condition And(Condition left, Condition right) => If(left, right, Of(false));

    public static Condition Or(Condition left, Condition right) => If(left, Of(true), right);

    /// <summary>Not the opposite comparison: with NaN both are false.</summary>
    public static Condition Not(Condition condition) => If(condition, Of(false), Of(true));

    public static Condition If(Condition condition, Condition then, Condition otherwise) => condition is Known known
        ? known.Truth ? then : otherwise
        : new Choice(condition, then, otherwise);

    public Expr Choose(Expr then, Expr otherwise) => this switch
    {
        Known known => known.Truth ? then : otherwise,
        Compared c => Scalar.Select(c.Operation, c.Left, c.Right, then, otherwise),
        Choice choice => choice.Condition.Choose(choice.Then.Choose(then, otherwise), choice.Else.Choose(then, otherwise)),
        _ => throw new InvalidOperationException("unknown condition"),
    };

    public sealed record Known(bool Truth) : Condition;

    public sealed record Compared(Comparison Operation, Expr Left, Expr Right) : Condition;

    public sealed record Choice(Condition Condition, Condition Then, Condition Else) : Condition;
}
