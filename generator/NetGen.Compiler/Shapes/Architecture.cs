using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NetGen.Compiler.Elaboration;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Shapes;

/// <summary>
/// What decides what Predict computes, given the parameters, as lines that people can read too: number type, inputs, layers with their parameters' names, link
/// functions. A model's file carries them and their hash, so the text of a network must stay the same from version to version; a change of the grammar is a
/// new number in the first line. What matters to training alone does not occur: Dropout has no line, a loss none but its link function. A network in graph form
/// has a line per operation too, and each line says which values go in and which comes out.
/// </summary>
public static class Architecture
{
    private const string Grammar = "netgen 1";

    /// <summary>The lines of a network whose shapes are known.</summary>
    public static IReadOnlyList<string> Lines(ShapedNetwork network)
    {
        var spec = network.Spec;
        var lines = new List<string> { Grammar, $"precision {spec.Precision}" };
        lines.AddRange(spec.Inputs.Select(input => input.IsTokens ? Inv($"tokens {Text(input.Shape)} below {input.Vocabulary}") : "input " + Text(input.Shape)));
        var isGraph = spec.Body is not null;
        lines.AddRange(network.Applications.Where(application => application.Signature is { Length: > 0 })
            .Select(application => isGraph ? application.Signature + Flow(application) : application.Signature!));
        for (var i = 0; i < Math.Max(1, network.Outputs.Count); i++)
        {
            lines.Add("output " + (LossTargets.LinkOf(spec, i)?.LinkName ?? LossDefinition.NoLink) + (isGraph ? Inv($" %{network.OutputNumbers[i]}") : ""));
        }

        return lines;
    }

    /// <summary>SHA-256 of the lines, each ended by a line feed, in UTF-8, as hexadecimal digits in lower case: what the runtime calls <c>SpecHash</c>.</summary>
    public static string Hash(ShapedNetwork network)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(string.Concat(Lines(network).Select(line => line + "\n"))));
        return string.Concat(hash.Select(each => each.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static string Flow(Application application) =>
        $" : {string.Join(" ", application.Inputs.Select(input => Inv($"%{input}")))} -> {Inv($"%{application.Output}")}".Replace(" :  ->", " : ->");

    private static string Text(Shape shape) => string.Join("×", shape.Dims);
}
