namespace NetGen;

/// <summary>An input that says nothing.</summary>
internal static class Baseline
{
    /// <summary>A value per input of what a user gave: nothing, one value for all, or one each.</summary>
    /// <exception cref="ArgumentException">Another number of values, or one that is not finite.</exception>
    public static float[] Of(IReadOnlyList<float>? given, NetworkInfo network, string option)
    {
        var values = new float[network.InputSize];
        if (given is null)
        {
            return values;
        }

        if (given.Count != 1 && given.Count != values.Length)
        {
            throw new ArgumentException($"{option} has {given.Count} values: give one for all inputs of {network.Name}, or {values.Length}, one for each.", nameof(given));
        }

        for (int i = 0; i < values.Length; i++)
        {
            values[i] = given[given.Count == 1 ? 0 : i];
            if (!float.IsFinite(values[i]))
            {
                throw new ArgumentException(FormattableString.Invariant($"{option} must be finite, but value {i} is {values[i]}."), nameof(given));
            }
        }

        return values;
    }
}
