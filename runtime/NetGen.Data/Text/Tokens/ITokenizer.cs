namespace NetGen;

/// <summary>Turns text into token ids, 0 … <see cref="VocabularySize"/> − 1, and back. May be used by many threads.</summary>
public interface ITokenizer
{
    /// <summary>How many tokens there are: the vocabulary of <c>TokenInput</c>, and the classes of a network that says which comes next.</summary>
    public int VocabularySize { get; }

    /// <summary>The ids of a text.</summary>
    /// <param name="text">Any valid text.</param>
    /// <returns>The ids, in the order of the text; none for an empty one.</returns>
    /// <exception cref="ArgumentException">The text has a character that this vocabulary has no token for, or half of a surrogate pair; the message tells where.</exception>
    public int[] Encode(ReadOnlySpan<char> text);

    /// <summary>The text of ids.</summary>
    /// <param name="tokens">The ids.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not of this vocabulary.</exception>
    public string Decode(ReadOnlySpan<int> tokens);

    /// <summary>What one token stands for.</summary>
    /// <param name="token">The id.</param>
    /// <returns>Its text; of a token that is a part of a character, U+FFFD.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The id is not of this vocabulary.</exception>
    public string TokenText(int token);
}
