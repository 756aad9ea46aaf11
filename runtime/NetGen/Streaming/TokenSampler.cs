using NetGen.Runtime;

namespace NetGen;

/// <summary>Draws tokens from probabilities. Allocates nothing once it exists.</summary>
public sealed class TokenSampler
{
    private readonly GenerationOptions _options;
    private readonly int[] _order;
    private readonly double[] _weights;
    private uint _drawn;

    /// <summary>Begins.</summary>
    /// <param name="options">How tokens are drawn.</param>
    /// <param name="tokens">How many probabilities there are each time.</param>
    /// <exception cref="ArgumentException">The options ask for more tokens than there are.</exception>
    public TokenSampler(GenerationOptions options, int tokens)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(tokens, 1);
        if (options.Vocabulary > tokens)
        {
            throw new ArgumentException($"The network knows {tokens} tokens, but {nameof(GenerationOptions.Vocabulary)} is {options.Vocabulary}.", nameof(options));
        }

        var drawn = options.Vocabulary == 0 ? tokens : options.Vocabulary;
        (_options, _order, _weights) = (options, new int[drawn], new double[drawn]);
    }

    /// <summary>Draws a token: one random number for each call, unless the temperature is 0.</summary>
    /// <param name="probabilities">Of each token, at least as many as are drawn from; not negative, not all zero.</param>
    /// <returns>The token.</returns>
    /// <exception cref="ArgumentException">Too few probabilities, or none is above zero.</exception>
    public int Draw(ReadOnlySpan<float> probabilities)
    {
        if (probabilities.Length < _order.Length)
        {
            throw new ArgumentException($"{_order.Length} probabilities are needed, but {probabilities.Length} were given.", nameof(probabilities));
        }

        var largest = 0.0;
        for (var token = 0; token < _order.Length; token++)
        {
            // Descending; of equal ones the first counts as likelier.
            (_order[token], _weights[token]) = (token, -probabilities[token]);
            if (probabilities[token] > largest)
            {
                largest = probabilities[token];
            }
        }

        if (!(largest > 0) || double.IsInfinity(largest))
        {
            throw new ArgumentException("No probability is a finite number above zero: the network's output is not one of probabilities, or its weights are damaged.", nameof(probabilities));
        }

        if (_options.Temperature == 0)
        {
            return probabilities[.._order.Length].IndexOf((float)largest);
        }

        Array.Sort(_weights, _order);
        var total = 0.0;
        var most = _options.TopK == 0 ? _order.Length : Math.Min(_options.TopK, _order.Length);
        for (var i = 0; i < most; i++)
        {
            // Relative to the largest, so that no power vanishes.
            _weights[i] = Math.Pow(-_weights[i] / largest, 1 / _options.Temperature);
            total += _weights[i];
        }

        // The fewest of the likeliest whose sum reaches the part that was asked for.
        var (kept, inside) = (0, 0.0);
        do
        {
            inside += _weights[kept++];
        }
        while (kept < most && inside < _options.TopP * total);
        return Pick(Next() * inside, kept);
    }

    private int Pick(double point, int kept)
    {
        for (var i = 0; i < kept - 1; i++)
        {
            point -= _weights[i];
            if (point < 0)
            {
                return _order[i];
            }
        }

        return _order[kept - 1];
    }

    /// <summary>From 0 up to, but not including, 1: 53 bits of a function of the seed and the count of calls.</summary>
    private double Next()
    {
        var words = Philox.Block(_drawn++, 0, 0, 0, _options.Seed);
        return (((ulong)words.Word0 << 21) | (words.Word1 >> 11)) * (1.0 / (1UL << 53));
    }
}
