namespace NetGen;

/// <summary>Lets language models write.</summary>
public static class Generation
{
    /// <summary>Goes on with a text.</summary>
    /// <param name="network">The language model.</param>
    /// <param name="prompt">The beginning, at least one token; of a longer one than the context the last tokens are read.</param>
    /// <param name="count">How many tokens to write.</param>
    /// <param name="options">How they are drawn; null: as likely as they are.</param>
    /// <returns>The tokens that follow.</returns>
    /// <exception cref="ArgumentException">The prompt is empty, or a token is outside of the vocabulary.</exception>
    public static int[] Generate(this ILanguageModel network, ReadOnlySpan<int> prompt, int count, GenerationOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var tokens = new int[count];
        Generate(network, prompt, tokens, options);
        return tokens;
    }

    /// <summary>Goes on with a text, into memory of the caller.</summary>
    /// <param name="network">The language model.</param>
    /// <param name="prompt">The beginning, at least one token; of a longer one than the context the last tokens are read.</param>
    /// <param name="tokens">As many tokens as follow, overwritten.</param>
    /// <param name="options">How they are drawn; null: as likely as they are.</param>
    /// <param name="cancellation">Ends the writing between two tokens.</param>
    /// <exception cref="ArgumentException">The prompt is empty, or a token is outside of the vocabulary.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; the tokens written so far stay.</exception>
    public static void Generate(this ILanguageModel network, ReadOnlySpan<int> prompt, Span<int> tokens, GenerationOptions? options = null, CancellationToken cancellation = default)
    {
        var generator = new TokenGenerator(network, prompt, options);
        foreach (ref var token in tokens)
        {
            cancellation.ThrowIfCancellationRequested();
            token = generator.Next();
        }
    }
}
