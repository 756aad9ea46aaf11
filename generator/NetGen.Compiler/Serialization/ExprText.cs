using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Serialization;

/// <summary>
/// Scalar expressions in postfix notation: numbers, variables <c>x0</c>, operations by name, a choice as its comparison behind four operands. What is used several times is
/// kept as <c>=0</c> and called up as <c>@0</c>, so that the text grows with the expression and not with its paths.
/// </summary>
internal static class ExprText
{
    public static IEnumerable<string> Write(Expr expression)
    {
        var uses = new Dictionary<Expr, int>();
        foreach (var operand in expression.Nodes().SelectMany(ExprWalk.Operands))
        {
            uses[operand] = uses.TryGetValue(operand, out var count) ? count + 1 : 1;
        }

        var words = new List<string>();
        Write(expression, words, uses, []);
        return words;
    }

    private static void Write(Expr node, List<string> words, Dictionary<Expr, int> uses, Dictionary<Expr, int> kept)
    {
        if (kept.TryGetValue(node, out var slot))
        {
            words.Add("@" + Words.Of(slot));
            return;
        }

        foreach (var operand in ExprWalk.Operands(node))
        {
            Write(operand, words, uses, kept);
        }

        words.Add(node switch
        {
            Constant constant => Words.Of(constant.Value),
            Variable variable => "x" + Words.Of(variable.Index),
            Unary unary => unary.Op.ToString(),
            Binary binary => binary.Op.ToString(),
            Select select => select.Op.ToString(),
            _ => throw new ArgumentException($"unknown expression {node.GetType().Name}", nameof(node)),
        });
        if (node is not (Constant or Variable) && uses.TryGetValue(node, out var count) && count > 1)
        {
            kept.Add(node, kept.Count);
            words.Add("=" + Words.Of(kept.Count - 1));
        }
    }

    public static Expr Read(IReadOnlyList<string> words, int variables)
    {
        var stack = new Stack<Expr>();
        var kept = new List<Expr>();
        foreach (var word in words)
        {
            switch (word[0])
            {
                case '=' when Words.Whole(word.Substring(1)) == kept.Count && stack.Count > 0:
                    kept.Add(stack.Peek());
                    break;
                case '@' when Words.Whole(word.Substring(1)) is var slot && slot >= 0 && slot < kept.Count:
                    stack.Push(kept[slot]);
                    break;
                case 'x' when Words.Whole(word.Substring(1)) is var index && index >= 0 && index < variables:
                    stack.Push(Scalar.Variable(index));
                    break;
                default:
                    stack.Push(Operation(word, stack));
                    break;
            }
        }

        return stack.Count == 1 ? stack.Pop() : throw new FormatException("an expression has operands left over");
    }

    private static Expr Operation(string word, Stack<Expr> stack)
    {
        if (word is not ("NaN" or "Infinity") && char.IsLetter(word[0]))
        {
            if (Enum.TryParse<UnaryOp>(word, out var unary))
            {
                return new Unary(unary, Pop());
            }

            if (Enum.TryParse<BinaryOp>(word, out var binary))
            {
                var right = Pop();
                return new Binary(binary, Pop(), right);
            }

            if (!Enum.TryParse<Comparison>(word, out var comparison))
            {
                throw new FormatException($"the operation {word} is not known");
            }

            var (otherwise, then) = (Pop(), Pop());
            var second = Pop();
            return new Select(comparison, Pop(), second, then, otherwise);
        }

        return new Constant(Words.Number(word));

        Expr Pop() => stack.Count > 0 ? stack.Pop() : throw new FormatException($"an operand of {word} is missing");
    }
}
