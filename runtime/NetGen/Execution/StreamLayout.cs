using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>What the runtime has to know of a network that takes its sequence one position at a time.</summary>
/// <param name="Input">Values of a position.</param>
/// <param name="Output">Values of the output at a position.</param>
/// <param name="Remembered">Numbers that one position leaves to the next, per sequence.</param>
/// <param name="Cache">Numbers of all keys and values that are kept, per sequence.</param>
/// <param name="Positions">How many positions there may be; 0: as many as one likes.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record StreamLayout(int Input, int Output, int Remembered, int Cache, int Positions);
