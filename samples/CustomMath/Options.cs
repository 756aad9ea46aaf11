namespace CustomMath;

/// <summary>What the command line asks for.</summary>
/// <param name="Seed">Of weights, samples and their order.</param>
/// <param name="Picture">Where the picture goes.</param>
internal sealed record Options(ulong Seed, string Picture);
