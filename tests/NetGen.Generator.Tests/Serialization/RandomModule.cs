using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;
using NetGen.Compiler.Serialization;

namespace NetGen.Generator.Tests.Serialization;

/// <summary>Modules of any content that the model allows, the same for the same seed.</summary>
internal sealed class RandomModule(int seed)
{
    private static readonly string[] Texts = ["", "a", "weiß \"nicht\"", "\\u0041\\", "line\nbreak\t{A} =@x", "global::A.@class.B", "\u2028", "x y"];
    private static readonly double[] Numbers = [0, -0.0, 1, -1, 0.1, 1.0 / 3, 1e300, double.Epsilon, double.MaxValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 7919];
    private static readonly string[] Postfix = ["", "A", "4 A *", "A 2 * B 1 - 2 / +"];

    private readonly Random _random = new(seed);

    public SerializedModule Next() => new(Module(), Many(3, Module), Many(3, Function));

    private ModuleSpec Module()
    {
        var fields = Many(4, Field);
        var inputs = new EquatableArray<string>([Text(), .. Many(2, Text)]);
        var steps = new List<Step>();
        for (var i = _random.Next(6); i > 0; i--)
        {
            var number = inputs.Count + steps.Count;
            var isCall = fields.Count > 0 && _random.Next(2) == 0;
            steps.Add(new Step(
                isCall ? "Call" : "Op " + Text(),
                Many(3, () => _random.Next(number)),
                isCall ? new([new Argument("Field", _random.Next(fields.Count))]) : Many(3, Argument)) { Name = _random.Next(2) == 0 ? null : Text() });
        }

        var outputs = new EquatableArray<int>([_random.Next(inputs.Count + steps.Count), .. Many(2, () => _random.Next(inputs.Count + steps.Count))]);
        return new ModuleSpec(Text(), fields, new GraphSpec(inputs, new(steps), outputs, new(outputs.Select(_ => Text()))));
    }

    private FieldSpec Field()
    {
        var kind = (FieldKind)_random.Next(4);
        return new FieldSpec(Text(), kind, kind == FieldKind.Stack ? Many(3, Layer) : new([Layer()]));
    }

    private LayerSpec Layer() => new(Text(), Many(4, Argument));

    private Argument Argument()
    {
        if (_random.Next(3) == 0)
        {
            return new Argument(Text(), Text());
        }

        var argument = new Argument(Text(), Many(4, () => Pick(Numbers)).ToArray());
        var holes = argument.Numbers.Select(_ => Pick(Postfix)).ToList();
        return holes.Exists(hole => hole.Length > 0) ? argument with { Holes = new(holes) } : argument;
    }

    private FunctionSpec Function()
    {
        var parameters = new EquatableArray<string>([Text(), .. Many(3, Text)]);
        return new FunctionSpec(
            Text(), parameters, new(Enumerable.Range(0, _random.Next(parameters.Count)).Select(_ => Layer())), Expression(5, parameters.Count),
            new(parameters.Select(_ => new Derived(_random.Next(2) == 0 ? null : Expression(3, parameters.Count)))));
    }

    private Expr Expression(int depth, int variables)
    {
        var x = Operand();
        var y = _random.Next(3) == 0 ? x : Operand();
        return depth == 0 ? x : _random.Next(4) switch
        {
            0 => new Unary((UnaryOp)_random.Next(Enum.GetValues<UnaryOp>().Length), x),
            1 => new Select((Comparison)_random.Next(6), x, y, y, Operand()),
            _ => new Binary((BinaryOp)_random.Next(Enum.GetValues<BinaryOp>().Length), x, y),
        };

        Expr Operand() => depth > 0 ? Expression(depth - 1, variables) : _random.Next(2) == 0 ? Scalar.Variable(_random.Next(variables)) : Scalar.Constant(Pick(Numbers));
    }

    private EquatableArray<T> Many<T>(int most, Func<T> next)
        where T : IEquatable<T> => new(Enumerable.Range(0, _random.Next(most + 1)).Select(_ => next()).ToArray());

    private string Text() => Pick(Texts);

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];
}
