namespace NetGen;

/// <summary>What two tokens become.</summary>
/// <param name="Rank">When: lower ranks come first.</param>
/// <param name="Whole">The token that takes their place.</param>
internal readonly record struct Merge(int Rank, int Whole);
