namespace NetGen.Compiler.Scalars;

/// <summary>A number. Compares by its bits: NaN equals NaN, 0 differs from -0.</summary>
public sealed record Constant(double Value) : Expr(Combine(1, Value.GetHashCode()))
{
    public double Value { get; } = Value;

    public bool Equals(Constant? other) =>
        other is not null && BitConverter.DoubleToInt64Bits(Value) == BitConverter.DoubleToInt64Bits(other.Value);

    public override int GetHashCode() => Hash;
}

/// <summary>The argument with this number; printed as x0, x1 and so on.</summary>
public sealed record Variable(int Index) : Expr(Combine(2, Index))
{
    public int Index { get; } = Index;

    public bool Equals(Variable? other) => other is not null && Index == other.Index;

    public override int GetHashCode() => Hash;
}

/// <summary>A function of one expression.</summary>
public sealed record Unary(UnaryOp Op, Expr X) : Expr(Combine(3, (int)Op, X.GetHashCode()))
{
    public UnaryOp Op { get; } = Op;

    public Expr X { get; } = X;

    public bool Equals(Unary? other) =>
        ReferenceEquals(this, other) || (other is not null && Hash == other.Hash && Op == other.Op && X.Equals(other.X));

    public override int GetHashCode() => Hash;
}

/// <summary>A function of two expressions.</summary>
public sealed record Binary(BinaryOp Op, Expr Left, Expr Right)
    : Expr(Combine(4, (int)Op, Left.GetHashCode(), Right.GetHashCode()))
{
    public BinaryOp Op { get; } = Op;

    public Expr Left { get; } = Left;

    public Expr Right { get; } = Right;

    public bool Equals(Binary? other) =>
        ReferenceEquals(this, other) ||
        (other is not null && Hash == other.Hash && Op == other.Op && Left.Equals(other.Left) && Right.Equals(other.Right));

    public override int GetHashCode() => Hash;
}

/// <summary><paramref name="Then"/> where the comparison of <paramref name="Left"/> and <paramref name="Right"/> holds, else <paramref name="Else"/>.</summary>
public sealed record Select(Comparison Op, Expr Left, Expr Right, Expr Then, Expr Else)
    : Expr(Combine(5, (int)Op, Left.GetHashCode(), Right.GetHashCode(), Then.GetHashCode(), Else.GetHashCode()))
{
    public Comparison Op { get; } = Op;

    public Expr Left { get; } = Left;

    public Expr Right { get; } = Right;

    public Expr Then { get; } = Then;

    public Expr Else { get; } = Else;

    public bool Equals(Select? other) =>
        ReferenceEquals(this, other) ||
        (other is not null && Hash == other.Hash && Op == other.Op && Left.Equals(other.Left) && Right.Equals(other.Right)
            && Then.Equals(other.Then) && Else.Equals(other.Else));

    public override int GetHashCode() => Hash;

    /// <summary>Whether both choose by the same condition.</summary>
    public bool HasConditionOf(Select other) => Op == other.Op && Left.Equals(other.Left) && Right.Equals(other.Right);
}
