namespace NetGen;

/// <content>Positions in sequences.</content>
public static partial class Ops
{
    /// <summary>
    /// Turns pairs of features by angles that grow with the position, so that the product of a query and a key depends on their distance. In each head of d features, feature i of
    /// the first half and feature i of the second are a pair, turned at position p by <c>p / theta^(2i / d)</c>: <c>y = x cos + rotate_half(x) sin</c>, where
    /// <c>rotate_half</c> puts the second half, negated, before the first. Su et al. 2021, in the order of GPT-NeoX and LLaMA.
    /// </summary>
    /// <param name="x">A sequence [length, width].</param>
    /// <param name="heads">Into how many heads the features are split (default: 1).</param>
    /// <param name="theta">The base of the wave lengths (default: 10000).</param>
    /// <returns>The sequence, turned.</returns>
    /// <exception cref="ArgumentException">It is no sequence, or the features of a head are no pairs.</exception>
    public static Tensor Rotary(Tensor x, int heads = 1, double theta = 10000)
    {
        if (x.Extents.Rank != 2 || heads < 1 || x.Shape[1] % (2 * heads) != 0 || !(theta > 0))
        {
            throw new ArgumentException($"Rotary turns pairs of features of a sequence [length, width]; {x.Extents} with {heads} heads has none", nameof(x));
        }

        int length = x.Shape[0], width = x.Shape[1] / heads, half = width / 2;
        Tensor Table(Func<int, double, double> value) => new(
            [.. Enumerable.Range(0, length * width).Select(i => value(i % width, i / width * Math.Pow(theta, -2.0 * (i % width % half) / width)))],
            new Runtime.Extents([length, width], 0), null);
        var split = Heads(x, heads);
        var exchanged = Concat(2, split[.., .., half..], split[.., .., ..half]);
        var turned = (split * Table((_, angle) => Math.Cos(angle))) + (exchanged * Table((feature, angle) => feature < half ? -Math.Sin(angle) : Math.Sin(angle)));
        return Reshape(Transpose(turned, 0, 1), length, x.Shape[1]);
    }
}
