namespace NetGen.Runtime;

/// <summary>What a mask needs of one vector width. Implementations are empty structs, inlined away.</summary>
/// <typeparam name="TVector">A vector of 32-bit words.</typeparam>
internal interface IMaskVector<TVector>
    where TVector : struct
{
    /// <summary>The number of words in a vector.</summary>
    public static abstract int Lanes { get; }

    /// <summary>The blocks of the counters (lane + i, row, layer, step), i below <see cref="Lanes"/>.</summary>
    public static abstract void Words(
        uint lane, uint row, uint layer, uint step, ulong seed, out TVector word0, out TVector word1, out TVector word2, out TVector word3);

    /// <summary>All bits set where a word reaches the threshold, none elsewhere.</summary>
    public static abstract TVector AtLeast(TVector words, uint threshold);

    /// <summary>Clears all but the first lanes.</summary>
    public static abstract TVector First(TVector keep, int count);

    /// <summary>Writes the scale where bits are set, zero elsewhere.</summary>
    public static abstract void Store(TVector keep, ref float destination, float scale);

    /// <summary>Writes the scale where bits are set, zero elsewhere, in one or two vectors: as many as hold <paramref name="count"/> values.</summary>
    public static abstract void Store(TVector keep, ref double destination, double scale, int count);
}
