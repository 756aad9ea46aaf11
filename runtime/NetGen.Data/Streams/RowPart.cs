using NetGen.Digits;

namespace NetGen;

/// <summary>Which rows belong to a part of a file: decided by a hash of the row's number, so that nothing has to be remembered.</summary>
/// <param name="Whole">The part that this one is a part of; null: the file.</param>
/// <param name="Seed">The seed of the division.</param>
/// <param name="Fraction">The share of the first part.</param>
/// <param name="IsFirst">Whether this is the first part.</param>
internal sealed record RowPart(RowPart? Whole, ulong Seed, double Fraction, bool IsFirst)
{
    /// <param name="row">The number of a row in the file.</param>
    public bool Contains(long row) =>
        (Whole is null || Whole.Contains(row)) && new CounterRandom(Seed, (ulong)row).Uniform(0, 1) < Fraction == IsFirst;
}
