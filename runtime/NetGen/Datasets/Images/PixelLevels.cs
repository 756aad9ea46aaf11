namespace NetGen;

/// <summary>Brightness 0 … 255 to what a network is given: 0 … 1, then normalised. A table of 256 values, so that each level is computed once.</summary>
internal static class PixelLevels
{
    /// <summary>The inputs of all levels, one after the other for each pair of the normalisation.</summary>
    public static float[] Table(Normalization? normalization)
    {
        int pairs = normalization?.Means.Count ?? 1;
        var table = new float[256 * pairs];
        for (int at = 0; at < table.Length; at++)
        {
            float level = (at % 256) / 255f;
            table[at] = normalization?.Apply(level, at / 256) ?? level;
        }

        return table;
    }

    /// <summary>Replaces levels by inputs.</summary>
    /// <param name="levels">Whole numbers 0 … 255, samples with their channels first.</param>
    /// <param name="channels">Channels of a sample.</param>
    /// <param name="sampleSize">Values of a sample.</param>
    /// <param name="normalization">The normalisation; null: none.</param>
    public static void ToInputs(float[] levels, int channels, int sampleSize, Normalization? normalization)
    {
        float[] table = Table(normalization);
        int plane = sampleSize / channels;
        for (int start = 0, channel = 0; start < levels.Length; start += plane, channel = (channel + 1) % channels)
        {
            ReadOnlySpan<float> inputs = table.AsSpan(256 * (normalization?.Pair(channel) ?? 0), 256);
            foreach (ref float level in levels.AsSpan(start, plane))
            {
                level = inputs[(int)level];
            }
        }
    }
}
