namespace NetGen;

/// <summary>
/// The integers of a block that its user fills in: <c>[Dense(A)]</c> in the block, <c>[Block&lt;T&gt;(16)]</c> at its use. They may be calculated with: <c>4 * A</c>. The numbers
/// here only have to be different; nobody computes with them.
/// </summary>
public static class Hole
{
    /// <summary>The first.</summary>
    public const int A = 7919;

    /// <summary>The second.</summary>
    public const int B = 7927;

    /// <summary>The third.</summary>
    public const int C = 7933;

    /// <summary>The fourth.</summary>
    public const int D = 7937;
}
