namespace NetGen;

/// <summary>
/// Sequences of different lengths, brought to one: short ones filled up with a padding token at their end, long ones cut off. Networks see the padding by its id, or by <see cref="Masks"/>.
/// </summary>
/// <example><code>
/// var sentences = TokenSequences.Encode(tokenizer, texts, length: 32, padding: tokenizer.PaddingToken);
/// Dataset&lt;int, int&gt; data = sentences.Labelled(labels, "negative", "positive");
/// </code></example>
public sealed class TokenSequences
{
    private readonly int[] _tokens;

    private TokenSequences(int[] tokens, int[] lengths, int length, int padding) => (_tokens, Lengths, Length, Padding) = (tokens, lengths, length, padding);

    /// <summary>Tokens of every sequence, padding included.</summary>
    public int Length { get; }

    /// <summary>The token that fills up.</summary>
    public int Padding { get; }

    /// <summary>How many tokens of each sequence are its own: 0 to <see cref="Length"/>.</summary>
    public IReadOnlyList<int> Lengths { get; }

    /// <summary>All tokens, sequence after sequence.</summary>
    public ReadOnlyMemory<int> Tokens => _tokens;

    /// <summary>Brings sequences to one length.</summary>
    /// <param name="sequences">The ids of each.</param>
    /// <param name="length">The length, at least 1; what is beyond it is cut off.</param>
    /// <param name="padding">The token that fills up, not negative.</param>
    /// <exception cref="ArgumentException">There is no sequence, or one has a negative id.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Length or padding are too small.</exception>
    public static TokenSequences Pad(IReadOnlyList<int[]> sequences, int length, int padding = 0)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(padding);
        if (sequences.Count == 0)
        {
            throw new ArgumentException("There is no sequence; a data set has at least one.", nameof(sequences));
        }

        int[] tokens = new int[checked(sequences.Count * length)], lengths = new int[sequences.Count];
        Array.Fill(tokens, padding);
        for (int i = 0; i < lengths.Length; i++)
        {
            lengths[i] = Math.Min(length, sequences[i].Length);
            sequences[i].AsSpan(0, lengths[i]).CopyTo(tokens.AsSpan(i * length));
        }

        SampleValues.RequireInputs<int>(tokens, length);
        return new(tokens, lengths, length, padding);
    }

    /// <summary>Encodes texts and brings them to one length.</summary>
    /// <param name="tokenizer">The tokenizer.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="length">The length, at least 1; what is beyond it is cut off.</param>
    /// <param name="padding">The token that fills up.</param>
    /// <exception cref="ArgumentException">There is no text, or one has a character without a token.</exception>
    public static TokenSequences Encode(ITokenizer tokenizer, IEnumerable<string> texts, int length, int padding = 0)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentNullException.ThrowIfNull(texts);
        return Pad([.. texts.Select(text => tokenizer.Encode(text))], length, padding);
    }

    /// <summary>A mask for each sequence: 1 for its own tokens, 0 for padding, sequence after sequence.</summary>
    public float[] Masks()
    {
        float[] masks = new float[_tokens.Length];
        for (int i = 0; i < Lengths.Count; i++)
        {
            masks.AsSpan(i * Length, Lengths[i]).Fill(1);
        }

        return masks;
    }

    /// <summary>A set with one label for each sequence.</summary>
    /// <param name="labels">The labels, from 0.</param>
    /// <param name="classNames">The names of the classes; none: not known.</param>
    /// <exception cref="ArgumentException">There are not as many labels as sequences, one is negative, or there are fewer names than labels in use.</exception>
    public Dataset<int, int> Labelled(int[] labels, params IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(classNames);
        if (labels.Length != Lengths.Count)
        {
            throw new ArgumentException($"There are {Lengths.Count} sequences, but {labels.Length} labels.", nameof(labels));
        }

        var data = Dataset.From(_tokens, labels, Length);
        return classNames.Count > 0 ? data.WithClassNames(classNames) : data;
    }

    /// <summary>
    /// A set for networks that say which token comes next: inputs are the tokens but the last, targets those but the first; what follows a sequence's end is padding, which
    /// <c>SoftmaxCrossEntropy(IgnoreIndex = 0)</c> leaves out.
    /// Begin and end sequences with a token of their own, so that the network learns what comes first and when to stop.
    /// </summary>
    /// <returns>Inputs and targets of <see cref="Length"/> − 1 tokens.</returns>
    /// <exception cref="InvalidOperationException">The sequences have one token only.</exception>
    public Dataset<int, int> NextTokens()
    {
        if (Length < 2)
        {
            throw new InvalidOperationException("Sequences of one token have none that follows: pad them to a length of at least 2.");
        }

        int count = Lengths.Count, size = Length - 1;
        int[] inputs = new int[count * size], targets = new int[count * size];
        for (int i = 0; i < count; i++)
        {
            _tokens.AsSpan(i * Length, size).CopyTo(inputs.AsSpan(i * size));
            _tokens.AsSpan((i * Length) + 1, size).CopyTo(targets.AsSpan(i * size));
        }

        return Dataset.From(inputs, targets, size);
    }
}
