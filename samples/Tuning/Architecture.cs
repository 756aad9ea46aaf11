using NetGen;

namespace Tuning;

/// <summary>One of the classes that the search chooses among.</summary>
/// <param name="Width">Hidden units.</param>
/// <param name="Dropout">The part of them that a training step leaves out, in [0, 1).</param>
/// <param name="Info">What the class is compiled to.</param>
/// <param name="Create">Makes a network with the initial weights of a seed.</param>
internal sealed record Architecture(int Width, double Dropout, NetworkInfo Info, CreateNetwork Create);

/// <summary>Makes a network with the initial weights of a seed. (Not a <c>Func</c>: an interface with static members is no type argument.)</summary>
internal delegate ITrainable<float, int> CreateNetwork(ulong seed);
