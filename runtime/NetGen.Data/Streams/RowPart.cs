using System.Globalization;
using NetGen.Digits;

namespace NetGen;

/// <summary>Which rows belong to a part of a file: decided by a hash of the row's number, so that nothing has to be remembered.</summary>
/// <param name="whole">The part that this one is a part of; null: the file.</param>
/// <param name="seed">The seed of the division.</param>
/// <param name="fraction">The share of the first part.</param>
/// <param name="isFirst">Whether this is the first part.</param>
internal sealed class RowPart(RowPart? whole, ulong seed, double fraction, bool isFirst)
{
    // Of the whole division above, not of the seed alone: the rows of a part are those whose hash was small, or large, and would all be so again.
    private readonly ulong _key = whole is null ? seed : new CounterRandom(whole.Hash(), seed).NextBits();

    /// <param name="row">The number of a row in the file.</param>
    public bool Contains(long row) =>
        (whole is null || whole.Contains(row)) && new CounterRandom(_key, (ulong)row).Uniform(0, 1) < fraction == isFirst;

    /// <summary>What tells this part from another, in every culture alike.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(isFirst ? "first" : "second")} part of {fraction:R} by seed {seed}{(whole is null ? "" : $" of the {whole}")}");

    private ulong Hash() => new CounterRandom(_key ^ BitConverter.DoubleToUInt64Bits(fraction), isFirst ? 1UL : 2).NextBits();
}
