namespace NetGen;

/// <summary>Orders of samples, drawn from a seed.</summary>
internal static class Permutation
{
    /// <summary>Writes a uniformly drawn order of 0 … length-1 (Fisher and Yates).</summary>
    /// <param name="order">Overwritten; its old content does not matter, so that epoch n needs no epoch n-1.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">Which of the seed's orders: the epoch.</param>
    public static void Draw(Span<int> order, ulong seed, ulong stream = 0)
    {
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Shuffle(order, seed, stream);
    }

    /// <summary>Brings the values into a uniformly drawn order.</summary>
    public static void Shuffle(Span<int> values, ulong seed, ulong stream = 0)
    {
        var random = new Xoshiro256(seed, stream);
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = random.Below(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }
}
