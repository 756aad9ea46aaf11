namespace NetGen;

public sealed partial class BytePairTokenizer
{
    /// <summary>
    /// Learns a vocabulary: the 256 bytes, and merges of what most often stands side by side within words, until the vocabulary has its size or nothing occurs twice. The same text gives the same
    /// vocabulary; of equally frequent pairs that with the lower ids comes first.
    /// </summary>
    /// <param name="text">The corpus, the training part alone.</param>
    /// <param name="vocabularySize">The most tokens, special ones included; at least 256 and the number of those.</param>
    /// <param name="specialTokens">Texts that stand in no word, such as <c>&lt;|endoftext|&gt;</c>; they get the last ids, and the corpus is cut where they stand in it.</param>
    /// <param name="progress">Hears how much is done, 0 to 1, at most a hundred times.</param>
    /// <param name="cancellationToken">Ends the training with an exception.</param>
    /// <returns>The tokenizer; of a small corpus with fewer tokens than asked for.</returns>
    /// <exception cref="ArgumentException">The text has half of a surrogate pair; or a special token is empty, a byte, or given twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The vocabulary has no room for bytes and special tokens.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static BytePairTokenizer Train(
        ReadOnlySpan<char> text, int vocabularySize, IReadOnlyList<string>? specialTokens = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        specialTokens ??= [];
        if (specialTokens.Any(special => special is null or { Length: 0 or 1 }) || specialTokens.Distinct(StringComparer.Ordinal).Count() < specialTokens.Count)
        {
            throw new ArgumentException("Special tokens have at least two characters, and no two are alike.", nameof(specialTokens));
        }

        int merges = vocabularySize - 256 - specialTokens.Count;
        if (merges < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(vocabularySize), vocabularySize, $"The 256 bytes and {specialTokens.Count} special token(s) need a vocabulary of at least {256 + specialTokens.Count}.");
        }

        UnicodeText.Require(text);
        var training = new BytePairTraining(TrainingWords.Count(text, specialTokens, cancellationToken), specialTokens);
        return new(training.Run(merges, progress, cancellationToken));
    }
}
