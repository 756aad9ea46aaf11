using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>Whether an expression is zero in the lanes behind the last feature, because what it reads from memory is zero there.</summary>
internal static class ZeroPadding
{
    /// <param name="value">The expression.</param>
    /// <param name="operands">What its variables stand for; null for a product of rows by a weight.</param>
    public static bool Holds(Expr value, IReadOnlyList<Node?> operands) => value switch
    {
        Constant constant => constant.Value == 0,
        Variable variable => operands[variable.Index] is not { } operand
            || (operand.Type.Last > 1 && Placement.Of(operand) is Place.Panels or Place.Fixed or Place.Parameter or Place.Constant),
        Unary { Op: UnaryOp.Neg or UnaryOp.Abs or UnaryOp.Sqrt or UnaryOp.Tanh or UnaryOp.Sin or UnaryOp.Erf or UnaryOp.Expm1 or UnaryOp.Log1p or UnaryOp.Sign or UnaryOp.Floor } unary =>
            Holds(unary.X, operands),
        Binary { Op: BinaryOp.Mul } product => Holds(product.Left, operands) || Holds(product.Right, operands),
        Binary { Op: BinaryOp.Div } quotient => Holds(quotient.Left, operands) && !Holds(quotient.Right, operands),
        Binary { Op: BinaryOp.Add or BinaryOp.Sub or BinaryOp.Max or BinaryOp.Min } binary => Holds(binary.Left, operands) && Holds(binary.Right, operands),
        Select select => Holds(select.Then, operands) && Holds(select.Else, operands),
        _ => false,
    };
}
