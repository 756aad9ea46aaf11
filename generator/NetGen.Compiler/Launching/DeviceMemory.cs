using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Memory;

namespace NetGen.Compiler.Launching;

/// <summary>
/// Memory of a program on the device. Values are dense and row-major, so that what the user gives, parameters, reshapes and results need no copies: they
/// are names for memory that is there. Two values share memory only if no launch uses both: blocks of a launch run in any order.
/// </summary>
/// <param name="ValuesPerSample">Values of the arena per sample.</param>
/// <param name="FixedValues">Values behind it that are the same for all samples.</param>
/// <param name="Lifetimes">When each computed value is alive, in launches; sizes in values.</param>
public sealed record DeviceMemory(int ValuesPerSample, int FixedValues, IReadOnlyList<Lifetime> Lifetimes)
{
    private readonly Dictionary<Node, DevicePlace> _places = [];

    /// <summary>Where the values of <paramref name="node"/> are.</summary>
    public DevicePlace Find(Node node) => _places[node];

    internal static DeviceMemory Plan(IReadOnlyList<Launch> launches, DeviceAliases aliases, DeviceLayout layout)
    {
        var (first, last) = (new Dictionary<Node, int>(), new Dictionary<Node, int>());
        for (var time = 0; time < launches.Count; time++)
        {
            foreach (var node in launches[time].Kernels.SelectMany(kernel => kernel.Writes.Concat(kernel.Reads)).Select(aliases.Root).Where(node => aliases.PlaceOf(node) is null))
            {
                first[node] = first.TryGetValue(node, out var start) ? start : time;
                last[node] = time;
            }
        }

        var lifetimes = first.Keys.OrderBy(node => node.Id).Select(node => new Lifetime(node, Size(node), 0, first[node], last[node])).ToList();
        var samples = lifetimes.Where(lifetime => lifetime.Node.Type.Batched).ToList();
        var once = lifetimes.Where(lifetime => !lifetime.Node.Type.Batched).ToList();
        var (offsets, fixedOffsets) = (MemoryPlanner.Place(samples), MemoryPlanner.Place(once));
        var memory = new DeviceMemory(EndOf(samples, offsets), EndOf(once, fixedOffsets), lifetimes);
        foreach (var leaf in Leaves(launches))
        {
            memory._places[leaf] = layout.PlaceOf(leaf.Operation);
        }

        foreach (var node in aliases.Names.Concat(lifetimes.Select(lifetime => lifetime.Node)).Distinct())
        {
            // A value that is named but neither written nor read has no place, and needs none.
            var root = aliases.Root(node);
            if ((aliases.PlaceOf(root) ?? Computed(root)) is { } place)
            {
                memory._places[node] = place;
            }
        }

        return memory;

        DevicePlace? Computed(Node root) => offsets.TryGetValue(root, out var offset) ? new DevicePlace(DeviceSpace.Values, offset)
            : fixedOffsets.TryGetValue(root, out offset) ? new DevicePlace(DeviceSpace.Fixed, offset) : null;
    }

    /// <summary>What kernels read that nobody wrote.</summary>
    private static IEnumerable<Node> Leaves(IReadOnlyList<Launch> launches) => launches.SelectMany(launch => launch.Kernels).SelectMany(DeviceOperands.Of)
        .Where(node => node.IsLeaf && node.Operation is not ConstantOperation);

    private static int EndOf(IEnumerable<Lifetime> lifetimes, Dictionary<Node, int> offsets) =>
        lifetimes.Select(lifetime => offsets[lifetime.Node] + lifetime.Size).DefaultIfEmpty(0).Max();

    private static int Size(Node node)
    {
        var values = checked(node.Type.Rows * node.Type.Last);
        return node.Type.Batched ? values : DeviceLayout.RoundUp(values);
    }
}
