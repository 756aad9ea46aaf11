namespace NetGen.Compiler.Scalars;

/// <summary>Functions of one argument. NaN goes through all of them, except <see cref="Sign"/>, which gives 0.</summary>
public enum UnaryOp
{
    Neg,
    Abs,
    Sqrt,
    Exp,

    /// <summary>exp(x) - 1 without cancellation near 0.</summary>
    Expm1,
    Log,

    /// <summary>log(1 + x) without cancellation near 0.</summary>
    Log1p,
    Tanh,

    /// <summary>1 / (1 + exp(-x)).</summary>
    Sigmoid,
    Erf,
    Sin,
    Cos,

    /// <summary>-1, 0 or 1; NaN gives 0, as torch.sign.</summary>
    Sign,

    /// <summary>The greatest integer that is not above x.</summary>
    Floor,
}

/// <summary>Functions of two arguments.</summary>
public enum BinaryOp
{
    Add,
    Sub,
    Mul,
    Div,

    /// <summary>a &gt; b ? a : b, exactly what one x86 instruction does; hence b where an argument is NaN.</summary>
    Max,

    /// <summary>a &lt; b ? a : b; b where an argument is NaN.</summary>
    Min,

    /// <summary>a raised to b; negative a with an integral b is defined, as in C's pow.</summary>
    Pow,
}

/// <summary>Conditions of a <see cref="Select"/>. A NaN makes each false, except <see cref="NotEqual"/>.</summary>
public enum Comparison
{
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    Equal,
    NotEqual,
}
