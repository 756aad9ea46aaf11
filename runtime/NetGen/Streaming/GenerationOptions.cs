using System.Globalization;

namespace NetGen;

/// <summary>How tokens are drawn from the probabilities of a language model. The defaults draw from them as they are.</summary>
public sealed record GenerationOptions
{
    /// <summary>Probabilities are taken to the power of 1 / temperature: below 1 likely tokens become likelier, above less so; 0: always the likeliest token, of equal ones the first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or not finite.</exception>
    public double Temperature
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw Outside(nameof(Temperature), value, "a finite number from 0 up");
    } = 1;

    /// <summary>Only so many of the likeliest tokens are drawn from; 0: all. Fan et al. 2018, "Hierarchical neural story generation".</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int TopK
    {
        get;
        init => field = value >= 0 ? value : throw Outside(nameof(TopK), value, "0 or more");
    }

    /// <summary>Only the fewest of the likeliest tokens that together have this probability are drawn from, at least one; 1: all. Holtzman et al. 2020, "The curious case of neural text degeneration".</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not from 0 to 1.</exception>
    public double TopP
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw Outside(nameof(TopP), value, "from 0 to 1");
    } = 1;

    /// <summary>The same seed draws the same tokens from the same probabilities, on every machine.</summary>
    public ulong Seed { get; init; }

    /// <summary>Only tokens below this number are drawn; 0: all. For a network whose vocabulary has more room than its tokenizer needs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int Vocabulary
    {
        get;
        init => field = value >= 0 ? value : throw Outside(nameof(Vocabulary), value, "0 or more");
    }

    private static ArgumentOutOfRangeException Outside(string name, double value, string expected) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"{name} is {expected}, not {value}."));
}
