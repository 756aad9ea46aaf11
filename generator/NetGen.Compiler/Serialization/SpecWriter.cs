using System.Text;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Serialization;

/// <summary>
/// Modules as text, an item per line, its first word saying what it is: <c>module</c>, <c>field</c>, <c>layer</c>, <c>inputs</c>, <c>step</c>, <c>state</c>, <c>outputs</c>,
/// <c>function</c>, <c>trainable</c>, <c>body</c>, <c>derivative</c>. Names and texts are quoted, numbers read back to the same number, a number that hangs on holes has
/// its postfix expression in braces behind it. The first module is the class itself. How this project's code may name a
/// function (<see cref="FunctionSpec.Delegate"/>) is left out: another project may not.
/// </summary>
public static class SpecWriter
{
    public const string Version = "netgen-spec 1";

    public static string Write(SerializedModule module)
    {
        var text = new StringBuilder(Version).Append('\n');
        foreach (var function in module.Functions)
        {
            Write(text, function);
        }

        foreach (var each in module.Modules.Prepend(module.Module))
        {
            Write(text, each);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, FunctionSpec function)
    {
        Line(text, "function", function.Parameters.Prepend(function.Key).Select(Words.Quote));
        foreach (var trainable in function.Trainable)
        {
            Line(text, "trainable", Of(trainable));
        }

        Line(text, "body", ExprText.Write(function.Body));
        for (var i = 0; i < function.Derivatives.Count; i++)
        {
            Line(text, "derivative", function.Derivatives[i].Expression is { } expression ? ExprText.Write(expression) : ["-"]);
        }
    }

    private static void Write(StringBuilder text, ModuleSpec module)
    {
        Line(text, "module", [Words.Quote(module.Type)]);
        foreach (var field in module.Fields)
        {
            Line(text, "field", [field.Kind.ToString(), Words.Quote(field.Name)]);
            foreach (var layer in field.Layers)
            {
                Line(text, "layer", Of(layer));
            }
        }

        var forward = module.Forward;
        Line(text, "inputs", forward.Inputs.Select(Words.Quote));
        foreach (var step in forward.Steps)
        {
            Line(text, "step", new[] { Words.Quote(step.Operation), step.Name is null ? "-" : Words.Quote(step.Name), Words.Of(step.Inputs.Count) }
                .Concat(step.Inputs.Select(input => Words.Of(input)))
                .Concat(step.Arguments.SelectMany(Of)));
        }

        foreach (var state in module.States)
        {
            Line(text, "state", Of(state));
        }

        Line(text, "outputs", forward.Outputs.SelectMany((output, i) => new[] { Words.Of(output), Words.Quote(forward.OutputNames[i]) }));
    }

    private static IEnumerable<string> Of(LayerSpec layer) => layer.Arguments.SelectMany(Of).Prepend(Words.Quote(layer.Kind));

    private static IEnumerable<string> Of(Argument argument) => argument.Text is { } written
        ? [Words.Quote(argument.Name), Words.Quote(written)]
        : argument.Numbers
            .SelectMany((number, i) => argument.Holes.Count > 0 && argument.Holes[i].Length > 0 ? new[] { Words.Of(number), "{" + argument.Holes[i] + "}" } : [Words.Of(number)])
            .Prepend(Words.Of(argument.Numbers.Count))
            .Prepend(Words.Quote(argument.Name));

    private static void Line(StringBuilder text, string kind, IEnumerable<string> words)
    {
        text.Append(kind);
        foreach (var word in words)
        {
            text.Append(' ').Append(word);
        }

        text.Append('\n');
    }
}
