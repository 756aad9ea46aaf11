namespace NetGen.Compiler.Emission.Ilgpu.MatMul;

/// <summary>How an operand of a product lies in memory, seen from the axis that is summed over.</summary>
public enum OperandLayout
{
    /// <summary>Terms of one sum lie side by side, <c>[row][depth]</c>: x and W in x Wᵀ.</summary>
    Inner,

    /// <summary>Terms of one sum lie a row apart, <c>[depth][row]</c>: W in dy W, both operands in dyᵀ x.</summary>
    Outer,
}
