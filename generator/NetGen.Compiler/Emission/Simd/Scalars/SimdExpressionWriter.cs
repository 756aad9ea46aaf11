using System.Globalization;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>
/// Prints scalar expressions as vector code: common subexpressions once across all roots, multiplication and addition
/// fused, choices as masks. Writes what it is given; call <see cref="Simplifier"/> before.
/// </summary>
public sealed class SimdExpressionWriter
{
    // A longer operand gets a name of its own, so that lines stay readable.
    private const int LongestOperand = 70;

    private readonly SimdOperations _operations;
    private readonly IReadOnlyList<string> _variables;
    private readonly string _prefix;
    private readonly string _mathClass;
    private readonly Dictionary<Expr, int> _uses = [];
    private readonly Dictionary<Expr, string> _names = [];
    private readonly List<string> _statements = [];
    private readonly SortedSet<Function> _used = [];

    private SimdExpressionWriter(SimdOperations operations, IReadOnlyList<string> variables, string prefix, string mathClass) =>
        (_operations, _variables, _prefix, _mathClass) = (operations, variables, prefix, mathClass);

    /// <param name="target">The vector form.</param>
    /// <param name="precision">The element type.</param>
    /// <param name="roots">What to compute.</param>
    /// <param name="variableNames">A C# expression without operators for each variable, by its number: the name of a local.</param>
    /// <param name="temporaryPrefix">Locals are named by it and a number: <c>t0</c>.</param>
    /// <param name="mathClass">Qualifies calls of the vector mathematics, with its dot: <c>Simd.</c>; empty in the class that holds the methods.</param>
    public static SimdCode Write(
        SimdTarget target,
        Precision precision,
        IReadOnlyList<Expr> roots,
        IReadOnlyList<string> variableNames,
        string temporaryPrefix,
        string mathClass = "") => Write(SimdOperations.For(target, precision), roots, variableNames, temporaryPrefix, mathClass);

    /// <inheritdoc cref="Write(SimdTarget, Precision, IReadOnlyList{Expr}, IReadOnlyList{string}, string, string)"/>
    public static SimdCode Write(
        SimdOperations operations, IReadOnlyList<Expr> roots, IReadOnlyList<string> variableNames, string temporaryPrefix, string mathClass = "")
    {
        var writer = new SimdExpressionWriter(operations, variableNames, temporaryPrefix, mathClass);
        foreach (var operand in ExprWalk.Nodes(roots).SelectMany(ExprWalk.Operands).Concat(roots))
        {
            writer._uses[operand] = writer.Uses(operand) + 1;
        }

        var results = roots.Select(writer.Text).ToList();
        return new SimdCode(writer._statements, results, writer._used);
    }

    private int Uses(Expr e) => _uses.TryGetValue(e, out var count) ? count : 0;

    private string Text(Expr e)
    {
        switch (e)
        {
            case Constant c:
                return _operations.Create(c.Value);
            case Variable v:
                return v.Index < _variables.Count
                    ? _variables[v.Index]
                    : throw new ArgumentException($"x{v.Index} has no name; {_variables.Count} names were given", nameof(e));
        }

        if (_names.TryGetValue(e, out var name))
        {
            return name;
        }

        var text = Compute(e);
        return Uses(e) > 1 ? Name(e, text) : text;
    }

    private string Name(Expr e, string text)
    {
        var name = _prefix + _names.Count.ToString(CultureInfo.InvariantCulture);
        _statements.Add($"var {name} = {text};");
        _names.Add(e, name);
        return name;
    }

    private string Operand(Expr e)
    {
        var text = Text(e);
        return text.Length > LongestOperand ? Name(e, text) : text;
    }

    // For what is printed more than once.
    private string Atom(Expr e)
    {
        var text = Text(e);
        return e is Constant or Variable || _names.ContainsKey(e) ? text : Name(e, text);
    }

    private string Compute(Expr e) => e switch
    {
        Unary u => Compute(u),
        Binary { Op: BinaryOp.Add, Left: var a, Right: var b } =>
            Product(a) is { } l ? _operations.MultiplyAdd(Operand(l.Left), Operand(l.Right), Operand(b))
            : Product(b) is { } r ? _operations.MultiplyAdd(Operand(r.Left), Operand(r.Right), Operand(a))
            : SimdOperations.Add(Operand(a), Operand(b)),
        Binary { Op: BinaryOp.Sub, Left: var a, Right: var b } =>
            Product(b) is { } r ? _operations.NegatedMultiplyAdd(Operand(r.Left), Operand(r.Right), Operand(a))
            : Product(a) is { } l ? _operations.MultiplySubtract(Operand(l.Left), Operand(l.Right), Operand(b))
            : SimdOperations.Sub(Operand(a), Operand(b)),
        Binary { Op: BinaryOp.Mul } b => SimdOperations.Mul(Operand(b.Left), Operand(b.Right)),
        Binary { Op: BinaryOp.Div } b => SimdOperations.Div(Operand(b.Left), Operand(b.Right)),
        Binary { Op: BinaryOp.Max } b => _operations.Max(Atom(b.Left), Atom(b.Right)),
        Binary { Op: BinaryOp.Min } b => _operations.Min(Atom(b.Left), Atom(b.Right)),
        Binary { Op: BinaryOp.Pow } b => Call(Function.Pow, $"{Operand(b.Left)}, {Operand(b.Right)}"),
        Select s => Compute(s),
        _ => throw new ArgumentException($"cannot print {e}", nameof(e)),
    };

    // A product that nothing else needs, to be fused into the sum it is part of.
    private Binary? Product(Expr e) => e is Binary { Op: BinaryOp.Mul } b && Uses(e) == 1 ? b : null;

    private string Compute(Unary u)
    {
        switch (u.Op)
        {
            case UnaryOp.Neg:
                return SimdOperations.Neg(Operand(u.X));
            case UnaryOp.Abs:
                return _operations.Abs(Operand(u.X));
            case UnaryOp.Sqrt:
                return _operations.Sqrt(Operand(u.X));
            case UnaryOp.Floor:
                return _operations.Floor(Operand(u.X));
            case UnaryOp.Sign:
                var x = Atom(u.X);
                var negative = _operations.Select(_operations.Compare(Comparison.Less, x, _operations.Zero), _operations.Create(-1), _operations.Zero);
                return _operations.Select(_operations.Compare(Comparison.Greater, x, _operations.Zero), _operations.Create(1), negative);
            default:
                // The functions have the names of their operations.
                return Call((Function)Enum.Parse(typeof(Function), u.Op.ToString()), Operand(u.X));
        }
    }

    private string Call(Function function, string arguments)
    {
        _used.Add(function);
        return $"{_mathClass}{function}({arguments})";
    }

    private string Compute(Select s)
    {
        var (straight, crossed) = (s.Then.Equals(s.Left) && s.Else.Equals(s.Right), s.Then.Equals(s.Right) && s.Else.Equals(s.Left));
        return s.Op switch
        {
            // One instruction, the same for NaN and zeros; so ReLU is max(x, 0).
            Comparison.Greater when straight => _operations.Max(Atom(s.Left), Atom(s.Right)),
            Comparison.Less when straight => _operations.Min(Atom(s.Left), Atom(s.Right)),
            Comparison.Greater when crossed => _operations.Min(Atom(s.Right), Atom(s.Left)),
            Comparison.Less when crossed => _operations.Max(Atom(s.Right), Atom(s.Left)),
            Comparison.NotEqual => Choose(Comparison.Equal, s.Left, s.Right, s.Else, s.Then),
            _ => Choose(s.Op, s.Left, s.Right, s.Then, s.Else),
        };
    }

    // The comparison stands inside the choice, also where it is repeated: only there it becomes a mask register.
    private string Choose(Comparison op, Expr left, Expr right, Expr then, Expr otherwise)
    {
        var (t, e) = (Operand(then), Operand(otherwise));
        return _operations.Select(_operations.Compare(op, Operand(left), Operand(right)), t, e);
    }
}
