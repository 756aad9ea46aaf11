using System.Globalization;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Elaboration;

/// <summary>The values of a block's holes, put into the numbers that depend on them.</summary>
internal sealed class HoleValues(IReadOnlyList<int> values)
{
    public static HoleValues None { get; } = new([]);

    public IReadOnlyList<int> Values => values;

    public LayerSpec Fill(LayerSpec layer) => layer.Arguments.All(IsPlain) ? layer : layer with { Arguments = Fill(layer.Arguments) };

    public Step Fill(Step step) => step.Arguments.All(IsPlain) ? step : step with { Arguments = Fill(step.Arguments) };

    private static bool IsPlain(Argument argument) => argument.Holes.Count == 0;

    private EquatableArray<Argument> Fill(EquatableArray<Argument> arguments) => new(arguments.Select(argument => IsPlain(argument)
        ? argument
        : argument with
        {
            Numbers = new(argument.Numbers.Select((number, index) => argument.Holes[index].Length == 0 ? number : Evaluate(argument.Holes[index]))),
            Holes = EquatableArray<string>.Empty,
        }));

    /// <summary>The value of an expression in postfix notation, in integers as C# calculates with them; not a number where C# would throw.</summary>
    private double Evaluate(string postfix)
    {
        var stack = new Stack<double>();
        foreach (var token in postfix.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (token.Length == 1 && token[0] is >= 'A' and <= 'D')
            {
                var hole = token[0] - 'A';
                stack.Push(hole < values.Count ? values[hole] : double.NaN);
            }
            else if (token is "+" or "-" or "*" or "/" or "%" && stack.Count >= 2)
            {
                var (right, left) = (stack.Pop(), stack.Pop());
                stack.Push(token switch
                {
                    "+" => left + right,
                    "-" => left - right,
                    "*" => left * right,
                    "/" => right == 0 ? double.NaN : Math.Truncate(left / right),
                    _ => right == 0 ? double.NaN : left % right,
                });
            }
            else
            {
                stack.Push(double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN);
            }
        }

        return stack.Count == 1 ? stack.Pop() : double.NaN;
    }
}
