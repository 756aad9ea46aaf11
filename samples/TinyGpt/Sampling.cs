namespace TinyGpt;

/// <summary>How the next token is chosen.</summary>
/// <param name="Temperature">Probabilities are taken to the power of 1 / temperature: below 1 the likely ones become likelier. 0: always the likeliest.</param>
/// <param name="TopK">Only so many of the likeliest tokens are drawn from (Fan et al. 2018); 0: from all.</param>
/// <param name="TopP">Only the likeliest tokens that together have this probability are drawn from (Holtzman et al. 2020); 1: all.</param>
internal sealed record Sampling(double Temperature, int TopK, double TopP)
{
    /// <summary>Draws a token.</summary>
    /// <param name="probabilities">Of each token; not negative, not all zero.</param>
    /// <param name="random">Where chance comes from: one number for each call, unless the temperature is 0.</param>
    public int Draw(ReadOnlySpan<float> probabilities, Random random)
    {
        int[] order = new int[probabilities.Length];
        double[] weights = new double[probabilities.Length];
        for (var token = 0; token < order.Length; token++)
        {
            // Descending; equal ones stay in the order of their tokens, as sorting by two keys would have them.
            (order[token], weights[token]) = (token, -probabilities[token]);
        }

        Array.Sort(weights, order);
        if (Temperature == 0)
        {
            return order[0];
        }

        // Relative to the largest, so that no power vanishes.
        var largest = -weights[0];
        var total = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = Math.Pow(-weights[i] / largest, 1 / Temperature);
            total += i < Kept ? weights[i] : 0;
        }

        var kept = Nucleus(weights, total, out var inside);
        var point = random.NextDouble() * inside;
        for (var i = 0; i < kept - 1; i++)
        {
            point -= weights[i];
            if (point < 0)
            {
                return order[i];
            }
        }

        return order[kept - 1];
    }

    private int Kept => TopK == 0 ? int.MaxValue : TopK;

    // The fewest of the likeliest whose sum reaches the part that was asked for.
    private int Nucleus(double[] weights, double total, out double inside)
    {
        var (count, most) = (0, Math.Min(Kept, weights.Length));
        inside = 0;
        do
        {
            inside += weights[count++];
        }
        while (count < most && inside < TopP * total);
        return count;
    }
}
