namespace NetGen.Compiler.Scalars;

/// <summary>Builds expressions by name: <c>Scalar.X * Scalar.Sigmoid(Scalar.X)</c>.</summary>
public static class Scalar
{
    /// <summary>The first argument.</summary>
    public static Expr X { get; } = new Variable(0);

    public static Expr Variable(int index) => new Variable(index);

    public static Expr Constant(double value) => new Constant(value);

    public static Expr Apply(UnaryOp op, Expr x) => new Unary(op, x);

    public static Expr Apply(BinaryOp op, Expr left, Expr right) => new Binary(op, left, right);

    public static Expr Abs(Expr x) => new Unary(UnaryOp.Abs, x);

    public static Expr Sqrt(Expr x) => new Unary(UnaryOp.Sqrt, x);

    public static Expr Exp(Expr x) => new Unary(UnaryOp.Exp, x);

    public static Expr Expm1(Expr x) => new Unary(UnaryOp.Expm1, x);

    public static Expr Log(Expr x) => new Unary(UnaryOp.Log, x);

    public static Expr Log1p(Expr x) => new Unary(UnaryOp.Log1p, x);

    public static Expr Tanh(Expr x) => new Unary(UnaryOp.Tanh, x);

    public static Expr Sigmoid(Expr x) => new Unary(UnaryOp.Sigmoid, x);

    public static Expr Erf(Expr x) => new Unary(UnaryOp.Erf, x);

    public static Expr Sin(Expr x) => new Unary(UnaryOp.Sin, x);

    public static Expr Cos(Expr x) => new Unary(UnaryOp.Cos, x);

    public static Expr Sign(Expr x) => new Unary(UnaryOp.Sign, x);

    public static Expr Floor(Expr x) => new Unary(UnaryOp.Floor, x);

    public static Expr Max(Expr left, Expr right) => new Binary(BinaryOp.Max, left, right);

    public static Expr Min(Expr left, Expr right) => new Binary(BinaryOp.Min, left, right);

    public static Expr Pow(Expr x, Expr exponent) => new Binary(BinaryOp.Pow, x, exponent);

    public static Expr Square(Expr x) => x * x;

    public static Expr Select(Comparison op, Expr left, Expr right, Expr then, Expr otherwise) =>
        new Select(op, left, right, then, otherwise);

    /// <summary><paramref name="then"/> where <paramref name="x"/> is positive.</summary>
    public static Expr IfPositive(Expr x, Expr then, Expr otherwise) =>
        new Select(Comparison.Greater, x, new Constant(0), then, otherwise);

    public static Expr Relu(Expr x) => IfPositive(x, x, 0.0);
}
