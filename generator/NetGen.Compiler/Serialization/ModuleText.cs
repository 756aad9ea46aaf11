using NetGen.Compiler.Model;

namespace NetGen.Compiler.Serialization;

/// <summary>Reads one module: its fields and its <c>Forward</c>.</summary>
internal static class ModuleText
{
    public static ModuleSpec Read(LineReader reader)
    {
        var type = Words.Unquote(Single(reader.Take("module")));
        var fields = new List<FieldSpec>();
        while (reader.Is("field"))
        {
            fields.Add(Field(reader));
        }

        var states = new List<LayerSpec>();
        return new ModuleSpec(type, new(fields), Graph(reader, fields, states)) { States = new(states) };
    }

    public static LayerSpec Layer(List<string> words)
    {
        var kind = Words.Unquote(words.Count > 0 ? words[0] : "");
        return new LayerSpec(kind, new EquatableArray<Argument>(Arguments(words, 1)));
    }

    private static FieldSpec Field(LineReader reader)
    {
        var words = reader.Take("field");
        if (words.Count != 2 || !Enum.TryParse<FieldKind>(words[0], out var kind) || !Enum.IsDefined(typeof(FieldKind), kind))
        {
            throw new FormatException("a field has a kind and a name");
        }

        var layers = new List<LayerSpec>();
        while (reader.Is("layer"))
        {
            layers.Add(Layer(reader.Take("layer")));
        }

        return kind == FieldKind.Stack || layers.Count == 1
            ? new FieldSpec(Words.Unquote(words[1]), kind, new(layers))
            : throw new FormatException($"the field {words[1]} has one layer");
    }

    private static GraphSpec Graph(LineReader reader, List<FieldSpec> fields, List<LayerSpec> states)
    {
        var inputs = reader.Take("inputs").ConvertAll(Words.Unquote);
        var steps = new List<Step>();
        while (reader.Is("step"))
        {
            steps.Add(Step(reader.Take("step"), inputs.Count + steps.Count, fields));
        }

        while (reader.Is("state"))
        {
            states.Add(Layer(reader.Take("state")));
        }

        var words = reader.Take("outputs");
        var outputs = new List<int>();
        var names = new List<string>();
        for (var i = 0; i + 1 < words.Count; i += 2)
        {
            outputs.Add(Below(inputs.Count + steps.Count, Words.Whole(words[i])));
            names.Add(Words.Unquote(words[i + 1]));
        }

        return words.Count > 0 && words.Count % 2 == 0
            ? new GraphSpec(new(inputs), new(steps), new(outputs), new(names))
            : throw new FormatException("outputs are pairs of a number and a name");
    }

    private static Step Step(List<string> words, int number, List<FieldSpec> fields)
    {
        if (words.Count < 3)
        {
            throw new FormatException("a step has an operation, a name or '-', and a number of inputs");
        }

        var count = Words.Whole(words[2]);
        if (count < 0 || count > words.Count - 3)
        {
            throw new FormatException($"the step {number} does not have {count} inputs");
        }

        var inputs = words.GetRange(3, count).ConvertAll(word => Below(number, Words.Whole(word)));
        var step = new Step(Words.Unquote(words[0]), new EquatableArray<int>(inputs), new EquatableArray<Argument>(Arguments(words, 3 + count))) { Name = words[1] == "-" ? null : Words.Unquote(words[1]) };
        if (step.Operation is "Call" or "Parameter")
        {
            Below(fields.Count, step.Int("Field", -1));
        }

        return step;
    }

    private static List<Argument> Arguments(List<string> words, int position)
    {
        var arguments = new List<Argument>();
        while (position < words.Count)
        {
            var name = Words.Unquote(words[position++]);
            if (position >= words.Count)
            {
                throw new FormatException($"the argument {name} has no value");
            }

            if (words[position][0] == '"')
            {
                arguments.Add(new Argument(name, Words.Unquote(words[position++])));
                continue;
            }

            var count = Words.Whole(words[position++]);
            if (count < 0 || count > words.Count - position)
            {
                throw new FormatException($"the argument {name} does not have {count} numbers");
            }

            var numbers = new double[count];
            var holes = new string[count];
            for (var i = 0; i < count; i++)
            {
                numbers[i] = Words.Number(position < words.Count ? words[position++] : "");
                holes[i] = position < words.Count && words[position][0] == '{' ? words[position++].Trim('{', '}') : "";
            }

            var argument = new Argument(name, numbers);
            arguments.Add(holes.All(hole => hole.Length == 0) ? argument : argument with { Holes = new(holes) });
        }

        return arguments;
    }

    private static string Single(List<string> words) => words.Count == 1 ? words[0] : throw new FormatException("one name is expected");

    private static int Below(int limit, int number) =>
        number >= 0 && number < limit ? number : throw new FormatException(Inv($"the number {number} is not below {limit}"));
}
