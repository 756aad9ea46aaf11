namespace Reinforcement;

/// <summary>What the command line asks for.</summary>
/// <param name="Episodes">How many at most.</param>
/// <param name="Seed">Of weights, beginnings and actions.</param>
internal sealed record Options(int Episodes, ulong Seed);
