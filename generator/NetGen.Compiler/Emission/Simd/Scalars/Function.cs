namespace NetGen.Compiler.Emission.Simd;

/// <summary>The functions of the vector mathematics that take more than one instruction and are emitted as methods.</summary>
public enum Function
{
    Exp,
    Expm1,
    Log,
    Log1p,
    Tanh,
    Sigmoid,
    Erf,
    Sin,
    Cos,
    Pow,
}
