namespace ILGPU.Simulation;

/// <summary>In which order the threads of a group, and the groups of a grid, take their turns. Results that depend on it come of a race.</summary>
/// <param name="Seed">Null: by number. Otherwise shuffled anew behind every barrier.</param>
public sealed record ThreadOrder(int? Seed)
{
    public static ThreadOrder ByNumber { get; } = new((int?)null);

    public static ThreadOrder Shuffled(int seed) => new(seed);

    internal Random? Source() => Seed is { } seed ? new Random(seed) : null;
}
