namespace NetGen;

/// <summary>
/// A text that a language model goes on with, one token per call: each costs one position of the network, and nothing is allocated. A text that becomes longer than the network's
/// context goes on with the last half of it.
/// </summary>
public sealed class TokenGenerator
{
    private readonly PredictionStream<int, float> _stream;
    private readonly TokenSampler _sampler;
    private readonly float[] _probabilities;

    // The latest tokens, as many as are read again when the context is full; a ring.
    private readonly int[] _latest;
    private long _count;
    private int _drawn = -1;

    /// <summary>Reads the beginning of a text.</summary>
    /// <param name="network">The language model.</param>
    /// <param name="prompt">The beginning, at least one token; of a longer one than the context the last tokens are read.</param>
    /// <param name="options">How tokens are drawn; null: as likely as they are.</param>
    /// <exception cref="ArgumentException">The prompt is empty, or a token is outside of the vocabulary.</exception>
    public TokenGenerator(ILanguageModel network, ReadOnlySpan<int> prompt, GenerationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (prompt.IsEmpty)
        {
            throw new ArgumentException("A text has to begin with at least one token: give one that stands for its start.", nameof(prompt));
        }

        _stream = network.OpenStream();
        _probabilities = new float[_stream.OutputSize];
        _sampler = new TokenSampler(options ?? new GenerationOptions(), _stream.OutputSize);
        _latest = _stream.Capacity == int.MaxValue ? [] : new int[Math.Max(1, _stream.Capacity / 2)];
        foreach (var token in prompt.Length > _stream.Capacity ? prompt[^_stream.Capacity..] : prompt)
        {
            Read(token);
        }
    }

    /// <summary>The probability of each token to come next; valid until the next token is drawn.</summary>
    public ReadOnlySpan<float> Probabilities
    {
        get
        {
            ReadDrawn();
            return _probabilities;
        }
    }

    /// <summary>Draws the next token.</summary>
    /// <returns>The token.</returns>
    public int Next()
    {
        ReadDrawn();
        return _drawn = _sampler.Draw(_probabilities);
    }

    /// <summary>Reads the last token, if it was drawn and not read: only when somebody wants to know what follows it.</summary>
    private void ReadDrawn()
    {
        if (_drawn >= 0)
        {
            if (_stream.Position == _stream.Capacity)
            {
                ReadAgain();
            }

            Read(_drawn);
            _drawn = -1;
        }
    }

    private void Read(int token)
    {
        Advance(token);
        if (_latest.Length > 0)
        {
            _latest[(int)(_count++ % _latest.Length)] = token;
        }
    }

    /// <summary>Makes room: what is read again, and the token that follows, fit into the context.</summary>
    private void ReadAgain()
    {
        _stream.Reset();
        for (var i = Math.Max(0, _count - Math.Min(_latest.Length, _stream.Capacity - 1)); i < _count; i++)
        {
            Advance(_latest[(int)(i % _latest.Length)]);
        }
    }

    private void Advance(int token) => _stream.Advance(new ReadOnlySpan<int>(in token), _probabilities);
}
