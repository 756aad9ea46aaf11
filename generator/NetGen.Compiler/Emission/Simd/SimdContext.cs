using NetGen.Compiler.Emission.Simd.MatMul;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>What the printers of kernels share: the target, and the methods collected so far, each text once.</summary>
internal sealed class SimdContext(NetworkPlan plan, InstructionSet set)
{
    private readonly Dictionary<string, string> _added = new(StringComparer.Ordinal);
    private readonly MethodTable _methods = new();

    public NetworkPlan Plan { get; } = plan;

    public TileTarget Target { get; } = new(set, plan.Precision);

    /// <summary>Whether a program has several inputs or outputs: the network has, or the program takes more besides, such as what is remembered.</summary>
    public bool HasSeveral(ProgramPlan program) => !Plan.IsSimple
        || program.Declared.Nodes.Any(node => node.Operation is InputOperation { Index: > 0 }) || program.Declared.Outputs.Any(output => output is { Role: OutputRole.Prediction, Index: > 0 });

    /// <summary>The mathematical functions that some kernel calls.</summary>
    public MathFunctions Functions { get; } = new(set, plan.Precision);

    public IReadOnlyList<string> Methods => _methods.Texts;

    /// <summary>The name that <paramref name="add"/> gave, without adding anything again under the same key: layers share their tiles.</summary>
    public string Once(string key, Func<string> add)
    {
        if (!_added.TryGetValue(key, out var name))
        {
            name = add();
            _added.Add(key, name);
        }

        return name;
    }

    public string T => Target.Scalar;

    /// <summary>The static class of vector operations, <c>Vector512</c>.</summary>
    public string V => Target.Class;

    /// <summary>Values in a row of a panel.</summary>
    public int Width => Target.Width;

    public int Lanes => Target.Lanes;

    /// <summary>
    /// Adds a method and returns its name. <paramref name="print"/> gets the name to use; the same text is kept once, and another
    /// text under the same name gets a number behind it.
    /// </summary>
    public string Method(string name, Func<string, string> print) => _methods.Add(ReservedNames.Method(name), "", print);

    /// <summary>Adds a tile under its name, or with a number behind it where another tile of that name computes something else.</summary>
    public string Method(Tile tile) => Method(tile.Name, name => (tile with { Suffix = tile.Suffix + name.Substring(tile.Name.Length) }).Print());

    /// <inheritdoc cref="Method(Tile)"/>
    public string Method(GemvTile tile) => Method(tile.Name, name => (tile with { Suffix = tile.Suffix + name.Substring(tile.Name.Length) }).Print());

    /// <summary>A number as a literal of the network's type.</summary>
    public string Literal(double value) => Plan.Precision == Precision.Single ? NumberText.Single(value) : NumberText.Double(value);

    /// <summary>A local that refers to numbers known at compile time, filled up with zeros to whole panels.</summary>
    public string Constant(Node constant, string name)
    {
        var values = ((ConstantOperation)constant.Operation).Values;
        var padded = values.Concat(Enumerable.Repeat(0.0, (Width - (values.Count % Width)) % Width));
        return $"ref {T} {name} = ref MemoryMarshal.GetReference((ReadOnlySpan<{T}>)[{string.Join(", ", padded.Select(Literal))}]);";
    }

    public string Load(string reference, string at) => $"{V}.LoadUnsafe(ref {reference}, (nuint)({at}))";

    /// <summary>A layer name as a C# identifier of a local: <c>dense1</c>, <c>dense1Gradient</c>.</summary>
    public static string Local(Node node)
    {
        var name = KernelNames.Pascal(node.Origin) + (node.Backward ? "Gradient" : "");
        return Placement.Of(node) switch
        {
            Place.Labels => "labels",
            Place.RowWeights => "rowWeights",
            Place.Constant => ReservedNames.Local(char.ToLowerInvariant(name[0]) + name.Substring(1) + "Factors"),
            _ => node.Operation is TargetOperation ? "targets" : ReservedNames.Local(char.ToLowerInvariant(name[0]) + name.Substring(1)),
        };
    }

    /// <summary>Distinct names for the values of one kernel, in order.</summary>
    public static IReadOnlyDictionary<Node, string> Locals(IEnumerable<Node> nodes)
    {
        var (names, unique) = (new Dictionary<Node, string>(), new UniqueNames([]));
        foreach (var node in nodes.Distinct())
        {
            var name = Local(node);
            names.Add(node, unique.Add(name, char.IsDigit(name[name.Length - 1]) ? "_" : ""));
        }

        return names;
    }
}
