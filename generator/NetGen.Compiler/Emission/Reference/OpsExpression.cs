using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Reference;

/// <summary>Prints scalar expressions as computations over tensors: <c>x * NetGenOps.Exp(x)</c>. What occurs twice becomes a local.</summary>
internal static class OpsExpression
{
    /// <param name="writer">Gets the locals.</param>
    /// <param name="expression">What to print.</param>
    /// <param name="variables">What its variables are called.</param>
    /// <param name="prefix">Of the names of locals.</param>
    /// <returns>The expression, in brackets where it needs them.</returns>
    public static string Print(SourceWriter writer, Expr expression, IReadOnlyList<string> variables, string prefix)
    {
        var uses = new Dictionary<Expr, int>();
        foreach (var operand in expression.Nodes().SelectMany(ExprWalk.Operands))
        {
            uses[operand] = uses.TryGetValue(operand, out var count) ? count + 1 : 1;
        }

        var texts = new Dictionary<Expr, string>();
        var locals = 0;
        foreach (var node in expression.Nodes())
        {
            var text = Text(node, texts, variables);
            if (node is not (Constant or Variable) && uses.TryGetValue(node, out var count) && count > 1)
            {
                var local = Inv($"{prefix}{++locals}");
                writer.Line($"var {local} = {text};");
                text = local;
            }

            texts[node] = text;
        }

        return texts[expression];
    }

    private static string Text(Expr node, Dictionary<Expr, string> texts, IReadOnlyList<string> variables) => node switch
    {
        Constant constant => Number(constant.Value),
        Variable variable => variables[variable.Index],
        Unary { Op: UnaryOp.Neg } negation => $"(-{texts[negation.X]})",
        Unary unary => $"NetGenOps.{unary.Op}({texts[unary.X]})",
        Binary { Op: BinaryOp.Max } binary => $"NetGenOps.Maximum({texts[binary.Left]}, {texts[binary.Right]})",
        Binary { Op: BinaryOp.Min } binary => $"NetGenOps.Minimum({texts[binary.Left]}, {texts[binary.Right]})",
        Binary { Op: BinaryOp.Pow } binary => $"NetGenOps.Pow({texts[binary.Left]}, {texts[binary.Right]})",
        Binary binary => $"({texts[binary.Left]} {Symbol(binary.Op)} {texts[binary.Right]})",
        Select { Op: Comparison.Equal } select => $"NetGenOps.Where(NetGenOps.Equal({texts[select.Left]}, {texts[select.Right]}), {texts[select.Then]}, {texts[select.Else]})",
        Select { Op: Comparison.NotEqual } select => $"NetGenOps.Where(NetGenOps.NotEqual({texts[select.Left]}, {texts[select.Right]}), {texts[select.Then]}, {texts[select.Else]})",
        Select select => $"NetGenOps.Where({texts[select.Left]} {ExprPrinter.Symbol(select.Op)} {texts[select.Right]}, {texts[select.Then]}, {texts[select.Else]})",
        _ => throw new ArgumentException($"unknown expression {node.GetType().Name}", nameof(node)),
    };

    private static string Symbol(BinaryOp op) => op switch
    {
        BinaryOp.Add => "+",
        BinaryOp.Sub => "-",
        BinaryOp.Mul => "*",
        _ => "/",
    };

    private static string Number(double value) => value < 0 ? $"({NumberText.Double(value)})" : NumberText.Double(value);
}
