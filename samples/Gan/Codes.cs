namespace Gan;

/// <summary>What pictures are made of.</summary>
internal static class Codes
{
    /// <summary>Independent numbers from N(0, 1).</summary>
    /// <param name="random">Where they come from.</param>
    /// <param name="codes">Overwritten; an even number of them.</param>
    public static void Draw(Random random, Span<float> codes)
    {
        for (var i = 0; i < codes.Length; i += 2)
        {
            // Box and Muller 1958: two independent normal numbers of two uniform ones.
            var (radius, angle) = (Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())), 2 * Math.PI * random.NextDouble());
            var (sine, cosine) = Math.SinCos(angle);
            (codes[i], codes[i + 1]) = ((float)(radius * cosine), (float)(radius * sine));
        }
    }
}
