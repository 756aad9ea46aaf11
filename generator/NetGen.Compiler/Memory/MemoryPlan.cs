using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Memory;

/// <summary>
/// One arena for all values of a program. Its unit is a panel of one row per sample, so that every offset is a constant times the
/// batch size, and two values in the same place belong to the same samples: threads that own different samples never meet.
/// </summary>
/// <param name="Units">Panels per sample.</param>
/// <param name="Scalars">Numbers per sample that stand behind the panels, one array per value.</param>
/// <param name="Offsets">First unit, or first scalar array, of each value.</param>
public sealed record MemoryPlan(int Units, int Scalars, IReadOnlyDictionary<Node, int> Offsets)
{
    /// <summary>Panels of what is the same for all samples; they stand behind the rest, in an order of their own.</summary>
    public int Fixed { get; init; }

    /// <summary>Vectors of neighbouring samples, per block of as many samples as a vector holds.</summary>
    public int Lanes { get; init; }

    /// <summary>Vectors of neighbouring samples that a thread needs for one block of samples at a time.</summary>
    public int BriefLanes { get; init; }

    /// <summary>Panels from one step of a recurrence to the next, of values that have another place in every step.</summary>
    public IReadOnlyDictionary<Node, int> Moving { get; init; } = new Dictionary<Node, int>();

    /// <summary>The first unit of a value in panels, as text.</summary>
    public string Unit(Node node) => Moving.TryGetValue(node, out var step) ? Inv($"{Offsets[node]} + (step * {step})") : Inv($"{Offsets[node]}");

    /// <summary>Whether anything lies in lanes.</summary>
    public bool HasLanes => Lanes + BriefLanes > 0;

    /// <summary>The values that have their place there.</summary>
    public IReadOnlyCollection<Node> Brief { get; init; } = [];
}

/// <summary>A value in need of memory, from the kernel that writes it to the last that reads it.</summary>
/// <param name="Node">The value.</param>
/// <param name="Size">Units.</param>
/// <param name="Rows">Rows per sample; values of different row counts never share memory within a phase.</param>
/// <param name="First">Time of the first write.</param>
/// <param name="Last">Time of the last read.</param>
public sealed record Lifetime(Node Node, int Size, int Rows, int First, int Last)
{
    /// <summary>The same value for as long as any of those that share its memory lives.</summary>
    public Lifetime Sharing(IReadOnlyCollection<Lifetime> all) => this with { First = all.Min(each => each.First), Last = all.Max(each => each.Last) };

    public bool Overlaps(Lifetime other) => First <= other.Last && other.First <= Last;
}
