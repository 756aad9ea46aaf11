using System.Globalization;
using static NetGen.Generator.Tests.Reading.GraphSource;

namespace NetGen.Generator.Tests.Reading;

/// <summary>
/// Random networks of which every part is executed, the same for the same seed. All tensors are of shape [8]. One expression can be put in place that no network can hold; it
/// is marked with the diagnostic that it deserves.
/// </summary>
internal sealed class RandomForward
{
    private static readonly string[] Functions = ["Exp", "Tanh", "ReLU", "Sigmoid", "Sin", "Softmax", "Abs", "stem", "this.stem", "stem.Invoke", "steps[1]", "steps[^1]", "Own", "Elsewhere.Twice", "LogSoftmax", "Softplus", "Square"];
    private static readonly string[] Operators = ["+", "-", "*", "/", ">", "<="];
    private static readonly string[] Reductions = ["Sum", "Mean", "Max", "Min"];
    private static readonly string[] BrokenTensors = ["state", "Property", "Tensor.From(new float[8], 8)", "Outside.Make()", "plain(1)"];
    private static readonly string[] BrokenNumbers = ["count", "Environment.ProcessorCount", "x.Shape[0]", "Outside.Number()", "DateTime.Now.Day"];

    private readonly Random _random;
    private readonly List<string> _tensors = ["x"];
    private readonly List<string> _numbers = ["Size"];
    private readonly List<string> _lines = [];
    private readonly int _breakAt;
    private readonly string _network;
    private int _places;
    private int _names;

    private RandomForward(int seed, int breakAt, string network = "Network") => (_random, _breakAt, _network) = (new Random(seed), breakAt, network);

    public static string Valid(int seed) => new RandomForward(seed, -1).Source();

    /// <summary>The same network as <see cref="Valid"/>, in double precision.</summary>
    public static string ValidDouble(int seed) => new RandomForward(seed, -1, "Network(Precision = Precision.Double)").Source();

    /// <summary>The same network with one expression of it broken.</summary>
    public static string Broken(int seed)
    {
        var whole = new RandomForward(seed, -1);
        whole.Source();
        return new RandomForward(seed, new Random(seed).Next(whole._places)).Source();
    }

    private string Source()
    {
        for (var i = 2 + _random.Next(5); i > 0; i--)
        {
            Statement();
        }

        return Usings + $$"""
            [{{_network}}, Input(8), MeanSquaredError]
            public partial class Net
            {
                [Dense(8)] Layer stem;
                [Block<Part>(8, Repeat = 3)] Layer[] steps;
                [Parameter(8, 8)] Tensor w;
                const int Size = 4;
                static readonly double Half = 0.5;
                int count;
                Tensor state = 1;
                Func<Tensor, Tensor> plain = t => t;
                Tensor Property => 1;
                static Tensor Own(Tensor t, int times = 2) { for (var k = 0; k < times; k++) t += 1; return t; }
            
                Tensor Forward(Tensor x)
                {
                    {{string.Join("\n        ", _lines)}}
                    return {{Tensor(2)}};
                }
            }
            [Block] public partial class Part { [Dense(A)] Layer inner; public Tensor Forward(Tensor x) => x + inner(x); }
            static class Elsewhere { public static Tensor Twice(Tensor x) => x * 2; }
            class Outside { public static extern Tensor Make(); public static extern int Number(); }
            """;
    }

    private void Statement()
    {
        switch (_random.Next(9))
        {
            case 0:
                Declare(_numbers, "var {0} = " + Number() + ";");
                break;
            case 1:
                _lines.Add($"{Pick(_tensors)} {Pick(["=", "+=", "-=", "*="])} {Tensor(2)};");
                break;
            case 2:
                var variable = Name();
                _lines.Add($"for (var {variable} = 0; {variable} < 1 + {_random.Next(3)}; {variable}++) {{ x = {Tensor(2)} + {variable}; }}");
                break;
            case 3:
                _lines.Add($"foreach (var step in steps) {Pick(_tensors)} = step({Tensor(1)});");
                break;
            case 4:
                _lines.Add($"if (Size == 4) {{ x = {Tensor(2)}; }} else throw new InvalidOperationException();");
                break;
            case 5:
                var (first, second) = (Name(), Name());
                _lines.Add($"var ({first}, {second}) = ({Tensor(1)}, {Tensor(1)});");
                _tensors.AddRange([first, second]);
                break;
            case 6:
                var list = Name();
                _lines.Add($"var {list} = new List<Tensor> {{ {Tensor(1)}, x[..4] }};");
                _lines.Add($"{list}.Add({Tensor(1)});");
                Declare(_tensors, $"var {{0}} = Concat({list}[1], {list}[2][4..]) + {list}[0];");
                break;
            default:
                Declare(_tensors, "var {0} = " + Tensor(3) + ";");
                break;
        }
    }

    private string Tensor(int depth)
    {
        if (Breaks())
        {
            return Pick(BrokenTensors) switch { "plain(1)" => "{|NG0008:plain|}(1)", var text => "{|NG0008:" + text + "|}" };
        }

        return depth == 0 ? Pick(_tensors) : _random.Next(14) switch
        {
            0 => Pick(_tensors),
            1 or 2 => $"{Pick(Functions)}({Tensor(depth - 1)})",
            3 => $"Own({Tensor(depth - 1)}, times: {Number()} % 3 + 1)",
            4 => $"Where({Tensor(depth - 1)} > {Number()}, {Tensor(depth - 1)}, {Tensor(depth - 1)})",
            5 => $"MatMul({Tensor(depth - 1)}, w)",
            6 => $"(Size > 3 ? {Tensor(depth - 1)} : null!)",
            7 => $"Concat({Tensor(depth - 1)}[..3], {Tensor(depth - 1)}[3..])",
            8 => $"Reshape(Transpose(Reshape({Tensor(depth - 1)}, 2, 4)), 8)",
            9 => $"({Tensor(depth - 1)} {Pick(Operators)} {Pick(Reductions)}({Tensor(depth - 1)}, 0, keep: true))",
            10 => $"{Pick(["Maximum", "Minimum"])}({Tensor(depth - 1)}, {Tensor(depth - 1)})",
            11 => $"Reshape(MatMul(Reshape({Tensor(depth - 1)}, 4, 2), Reshape({Tensor(depth - 1)}, 2, 4))[1..3], -1)",
            12 => $"Ops.Gradient(Tanh({Tensor(depth - 1)}) * Sin(x), x)",
            _ => $"({Tensor(depth - 1)} {Pick(Operators)} {(_random.Next(3) == 0 ? Number() : Tensor(depth - 1))})",
        };
    }

    private string Number() => Breaks() ? Pick(BrokenNumbers) switch { "x.Shape[0]" => "{|NG0008:x.Shape|}[0]", var text => "{|NG0008:" + text + "|}" }
        : _random.Next(3) == 0 ? Pick(_numbers)
        : _random.Next(9).ToString(CultureInfo.InvariantCulture);

    private bool Breaks() => _places++ == _breakAt;

    private void Declare(List<string> names, string line)
    {
        var name = Name();
        _lines.Add(string.Format(CultureInfo.InvariantCulture, line.Replace("{ ", "{{ ", StringComparison.Ordinal).Replace(" }", " }}", StringComparison.Ordinal).Replace("{|", "{{|", StringComparison.Ordinal).Replace("|}", "|}}", StringComparison.Ordinal), name));
        names.Add(name);
    }

    private string Name() => "v" + (_names++).ToString(CultureInfo.InvariantCulture);

    private T Pick<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];
}
