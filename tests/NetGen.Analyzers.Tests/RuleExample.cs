namespace NetGen.Analyzers.Tests;

/// <summary>A text in which a rule speaks, and the same text put right.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Wrong">Where it speaks, once at least.</param>
/// <param name="Right">Where it is silent.</param>
/// <param name="IsProgram">Whether the text calls what the generator adds to it.</param>
internal sealed record RuleExample(string Id, string Wrong, string Right, bool IsProgram = false)
{
    /// <summary>Properties of the project and lines of <c>.editorconfig</c>.</summary>
    public IReadOnlyDictionary<string, string>? Project { get; init; }

    /// <summary>What the build says of files in the project, by path.</summary>
    public IReadOnlyList<(string Path, string Text)> Texts { get; init; } = [];

    /// <summary>Attributes of a network, with some blocks at hand.</summary>
    public static RuleExample OfStack(string id, string wrong, string right) => new(id, Stack(wrong), Stack(right));

    /// <summary>Members of a network of one input [8].</summary>
    public static RuleExample OfGraph(string id, string wrong, string right) => new(id, Graph(wrong), Graph(right));

    /// <summary>Lines that train a network, <c>net</c>.</summary>
    public static RuleExample OfProgram(string id, string wrong, string right, string network = TrainingProgram.Stack) =>
        new(id, TrainingProgram.Program(wrong, network), TrainingProgram.Program(right, network), IsProgram: true);

    private static string Stack(string attributes) => $"""
        using NetGen;
        using static NetGen.Hole;
        [Network, {attributes}]
        public partial class Net;

        [Block, Dense(A), Tanh]
        public partial class Part;
        """;

    private static string Graph(string members) => GraphAnalyzerTests.Usings + $$"""
        [Network, Input(8), MeanSquaredError]
        public partial class Net
        {
            {{members}}
        }
        """;
}
