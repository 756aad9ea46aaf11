using NetGen.Compiler.Model;

namespace NetGen.Compiler.Emission;

/// <summary>Prints members of networks whose inputs are tokens: these are whole numbers for the user, and values of the network's number type behind the surface.</summary>
internal sealed class TokenText(NetworkSpec spec)
{
    private readonly IReadOnlyList<string> _names = SurfaceNames.Inputs(spec);

    private string T => spec.Precision == Precision.Single ? "float" : "double";

    /// <summary>Whether any input is one of tokens.</summary>
    public bool Any => spec.Inputs.Any(input => input.IsTokens);

    /// <summary>The C# type of the elements of an input.</summary>
    public string TypeOf(int input) => input < spec.Inputs.Count && spec.Inputs[input].IsTokens ? "int" : T;

    /// <summary>The inputs as a core takes them, one by one.</summary>
    public IReadOnlyList<string> Values => [.. _names.Select((name, index) => TypeOf(index) == "int" ? Local(index) + ".Values" : name)];

    /// <summary>A member that has the declaration <paramref name="declaration"/> and does <paramref name="call"/> with the values.</summary>
    public string Member(string declaration, string call, bool isBroken = false)
    {
        if (!Any || isBroken)
        {
            return $"{declaration} => {call};";
        }

        var returns = declaration.Split(' ').First(word => word is not ("public" or "static")) == "void" ? "" : "return ";
        return $"{declaration}\n{{\n{Lines()}    {returns}{call};\n}}";
    }

    /// <summary>The lines that make values of tokens.</summary>
    public string Lines() => string.Concat(_names.Select((name, index) => TypeOf(index) == "int"
        ? Inv($"    using var {Local(index)} = new global::NetGen.Runtime.TokenBatch<{T}>(Info, {index}, {name});\n")
        : ""));

    /// <summary>What is said of an input.</summary>
    public string Describe(int input) => input < spec.Inputs.Count && spec.Inputs[input] is { IsTokens: true } tokens
        ? Inv($"{tokens.Shape[0]} tokens per sample, sample after sample: whole numbers from 0 to {tokens.Vocabulary - 1}.")
        : input < spec.Inputs.Count ? $"One sample of shape {spec.Inputs[input].Shape} after the other, row-major." : "The samples.";

    private string Local(int index) => _names.Count == 1 ? "tokens" : new UniqueNames(_names.Select(name => name.TrimStart('@'))).Add(_names[index].TrimStart('@') + "Tokens", "");
}
