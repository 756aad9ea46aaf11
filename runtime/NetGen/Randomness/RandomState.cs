using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>
/// Where the random numbers of a network come from: every mask is a function of the seed, the number of training steps, the layer and the place
/// (Philox4x32-10), so that these two numbers are the whole state of its generators.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RandomState
{
    /// <summary>Makes a state.</summary>
    /// <param name="seed">The seed of the network.</param>
    public RandomState(ulong seed) => Seed = seed;

    /// <summary>The seed.</summary>
    public ulong Seed { get; set; }

    /// <summary>Training steps that have drawn from it.</summary>
    public uint Steps { get; set; }
}
