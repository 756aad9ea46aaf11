using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Serialization;

/// <summary>Reads what <see cref="SpecWriter"/> wrote, and refuses everything that it does not understand.</summary>
public static class SpecReader
{
    private const string Family = "netgen-spec ";

    /// <param name="text">The text.</param>
    /// <param name="module">The module with its parts.</param>
    /// <returns>Why the text cannot be taken, or null.</returns>
    public static string? Read(string text, out SerializedModule? module)
    {
        module = null;
        var lines = text.Split(['\n'], StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || !lines[0].StartsWith(Family, StringComparison.Ordinal))
        {
            return $"it does not start with '{SpecWriter.Version}'";
        }

        if (lines[0] != SpecWriter.Version)
        {
            return $"it was compiled by a newer NetGen, as '{lines[0]}', and this one reads '{SpecWriter.Version}': use the newer package NetGen here too";
        }

        try
        {
            var reader = new LineReader(lines);
            var functions = new List<FunctionSpec>();
            while (reader.Is("function"))
            {
                functions.Add(Function(reader));
            }

            var modules = new List<ModuleSpec>();
            while (!reader.IsAtEnd)
            {
                modules.Add(ModuleText.Read(reader));
            }

            if (modules.Count == 0)
            {
                return "it holds no module";
            }

            module = new SerializedModule(modules[0], new(modules.Skip(1)), new(functions));
            return null;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            return "it is damaged: " + exception.Message;
        }
    }

    private static FunctionSpec Function(LineReader reader)
    {
        var names = reader.Take("function").ConvertAll(Words.Unquote);
        var trainable = new List<LayerSpec>();
        while (reader.Is("trainable"))
        {
            trainable.Add(ModuleText.Layer(reader.Take("trainable")));
        }

        if (names.Count < 2 || trainable.Count >= names.Count)
        {
            throw new FormatException("a function has a name and parameters");
        }

        var variables = names.Count - 1;
        var body = ExprText.Read(reader.Take("body"), variables);
        var derivatives = new List<Derived>();
        while (reader.Is("derivative"))
        {
            var words = reader.Take("derivative");
            derivatives.Add(new Derived(words.Count == 1 && words[0] == "-" ? null : ExprText.Read(words, variables)));
        }

        return derivatives.Count == variables
            ? new FunctionSpec(names[0], new(names.Skip(1)), new(trainable), body, new(derivatives))
            : throw new FormatException($"the function {names[0]} needs a derivative by each parameter, or '-'");
    }
}
