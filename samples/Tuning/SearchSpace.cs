using System.Globalization;

namespace Tuning;

/// <summary>
/// What is searched: choices, and ranges of numbers whose order of magnitude is what matters (drawn from them log-uniformly, so that
/// 0.001 to 0.01 gets as many trials as 0.01 to 0.1). Random draws instead of a grid: Bergstra and Bengio 2012.
/// </summary>
internal sealed record SearchSpace
{
    public IReadOnlyList<Architecture> Choices { get; init; } = Architectures.All;

    public double LowestRate { get; init; } = 1e-4;

    public double HighestRate { get; init; } = 3e-2;

    public IReadOnlyList<int> BatchSizes { get; init; } = [32, 64, 128];

    public double LowestDecay { get; init; } = 1e-4;

    public double HighestDecay { get; init; } = 1;

    /// <summary>Draws a trial; the same for the same seed and number, whatever else is drawn and wherever.</summary>
    /// <param name="seed">The seed of the search.</param>
    /// <param name="number">The number of the trial, from 0.</param>
    public Trial Draw(ulong seed, int number)
    {
        // The order of the draws is part of the result: a new setting comes last.
        var random = new TrialRandom(seed, number);
        return new(
            number,
            Choices[random.Below(Choices.Count)],
            LogUniform(ref random, LowestRate, HighestRate),
            BatchSizes[random.Below(BatchSizes.Count)],
            LogUniform(ref random, LowestDecay, HighestDecay),
            random.NextBits());
    }

    /// <summary>All of it but the networks as a text.</summary>
    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"rate {LowestRate} to {HighestRate}, batch {string.Join(" ", BatchSizes)}, decay {LowestDecay} to {HighestDecay}");

    // Rounded to three digits: they read well, they say all that a trial can tell, and they are the same on machines whose
    // exponential function differs in the last bit.
    private static double LogUniform(ref TrialRandom random, double low, double high)
    {
        var value = low * Math.Pow(high / low, random.Uniform());
        return double.Parse(value.ToString("E2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
