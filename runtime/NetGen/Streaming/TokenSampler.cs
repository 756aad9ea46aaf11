using NetGen.Runtime;

namespace NetGen;

/// <summary>Draws tokens from probabilities. Allocates nothing once it exists.</summary>
public sealed class TokenSampler
{
    private readonly GenerationOptions _options;
    private readonly int[] _order;
    private readonly float[] _likelihoods;
    private readonly double[] _weights;
    private readonly Comparison<int> _byLikelihood;
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
        (_options, _order, _likelihoods, _weights) = (options, new int[drawn], new float[drawn], new double[drawn]);
        _byLikelihood = Compare;
    }

    /// <summary>Draws a token: one random number for each call, unless the temperature is 0.</summary>
    /// <param name="probabilities">Of each token, at least as many as are drawn from; not negative, not all zero.</param>
    /// <returns>The token.</returns>
    /// <exception cref="ArgumentException">Too few probabilities, one that is negative or not finite, or none above zero.</exception>
    public int Draw(ReadOnlySpan<float> probabilities)
    {
        if (probabilities.Length < _order.Length)
        {
            throw new ArgumentException($"{_order.Length} probabilities are needed, but {probabilities.Length} were given.", nameof(probabilities));
        }

        var likeliest = 0;
        for (var token = 0; token < _order.Length; token++)
        {
            if (!(probabilities[token] >= 0) || float.IsInfinity(probabilities[token]))
            {
                throw new ArgumentException(FormattableString.Invariant($"Probabilities are finite and not negative, but that of token {token} is {probabilities[token]}: the output is not one of probabilities, or weights are damaged."), nameof(probabilities));
            }

            (_order[token], _likelihoods[token]) = (token, probabilities[token]);
            likeliest = probabilities[token] > probabilities[likeliest] ? token : likeliest;
        }

        if (probabilities[likeliest] == 0)
        {
            throw new ArgumentException("No token has a probability above zero.", nameof(probabilities));
        }

        return _options.Temperature == 0 ? likeliest : DrawSorted(probabilities[likeliest]);
    }

    private int DrawSorted(float largest)
    {
        _order.AsSpan().Sort(_byLikelihood);
        var total = 0.0;
        var most = _options.TopK == 0 ? _order.Length : Math.Min(_options.TopK, _order.Length);
        for (var i = 0; i < most; i++)
        {
            // Relative to the largest, so that no power vanishes.
            _weights[i] = Math.Pow(_likelihoods[_order[i]] / (double)largest, 1 / _options.Temperature);
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

    /// <summary>Likely tokens first, and of equally likely ones the one with the smaller number: the same order on every machine.</summary>
    private int Compare(int left, int right) => _likelihoods[right].CompareTo(_likelihoods[left]) is not 0 and var order ? order : left.CompareTo(right);

    /// <summary>From 0 up to, but not including, 1: 53 bits of a function of the seed and the count of calls.</summary>
    private double Next()
    {
        var words = Philox.Block(_drawn++, 0, 0, 0, _options.Seed);
        return (((ulong)words.Word0 << 21) | (words.Word1 >> 11)) * (1.0 / (1UL << 53));
    }
}
