using System.Text;

namespace NetGen;

/// <summary>
/// A token for each frequent word, in lower case; punctuation marks are words of their own. The token 0 fills up short sentences, 1 is every word that the
/// vocabulary does not have. For classifying sentences rather than for writing them: what <see cref="Decode"/> gives is not the original.
/// </summary>
/// <example><code>
/// var tokenizer = WordTokenizer.From(train.Select(sentence => sentence.Text), vocabularySize: 5000);
/// var data = TokenSequences.Encode(tokenizer, texts, length: 32).Labelled(labels);
/// </code></example>
public sealed class WordTokenizer : ITokenizer
{
    private const string Padding = "<pad>";
    private const string Unknown = "<unk>";

    private readonly Vocabulary _vocabulary;

    private WordTokenizer(Vocabulary vocabulary) => _vocabulary = vocabulary;

    /// <inheritdoc/>
    public int VocabularySize => _vocabulary.Count;

    /// <summary>The token that fills up short sentences: 0.</summary>
    public int PaddingToken => 0;

    /// <summary>The token of words that the vocabulary does not have: 1.</summary>
    public int UnknownToken => 1;

    /// <summary>Makes the vocabulary of texts: their most frequent words, the most frequent first, equally frequent ones by their characters. Give the training part alone.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="vocabularySize">The most tokens, with the two that are no words; at least 3.</param>
    /// <param name="minimumCount">How often a word has to occur; at least 1.</param>
    /// <exception cref="ArgumentException">No word occurs often enough.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public static WordTokenizer From(IEnumerable<string> texts, int vocabularySize = 10_000, int minimumCount = 1)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfLessThan(vocabularySize, 3);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumCount, 1);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string text in texts)
        {
            foreach (var word in new WordSplit(text.ToLowerInvariant()))
            {
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts.GetAlternateLookup<ReadOnlySpan<char>>(), word, out _)++;
            }
        }

        string[] words = [.. counts.Where(word => word.Value >= minimumCount).OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal)
            .Take(vocabularySize - 2).Select(word => word.Key)];
        return words.Length > 0
            ? new(new Vocabulary([Padding, Unknown, .. words]))
            : throw new ArgumentException($"The texts have no word that occurs {minimumCount} time(s) or more.", nameof(texts));
    }

    /// <summary>Reads a vocabulary that <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or no vocabulary of words; the message tells the line.</exception>
    public static WordTokenizer Load(string path) => Read(TextFile.Bytes(path), path);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="InvalidDataException">It is no vocabulary of words.</exception>
    public static WordTokenizer FromJson(string json) => Read(Encoding.UTF8.GetBytes(json), "vocabulary");

    /// <summary>Writes the vocabulary, in the format of GPT-2's <c>vocab.json</c>.</summary>
    /// <param name="path">The file, overwritten as a whole or not at all.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path) => TextFile.Write(path, ToJson());

    /// <summary>The vocabulary as a text, for instance for a model's metadata.</summary>
    public string ToJson() => VocabularyJson.Write(_vocabulary.Texts);

    /// <inheritdoc/>
    public int[] Encode(ReadOnlySpan<char> text)
    {
        UnicodeText.Require(text);
        var tokens = new List<int>();
        foreach (var word in new WordSplit(text.ToString().ToLowerInvariant()))
        {
            tokens.Add(_vocabulary.Find(word) ?? UnknownToken);
        }

        return [.. tokens];
    }

    /// <summary>The words of ids, a blank between them; nothing for padding, U+FFFD for unknown words.</summary>
    /// <inheritdoc/>
    public string Decode(ReadOnlySpan<int> tokens)
    {
        var words = new List<string>(tokens.Length);
        foreach (int token in tokens)
        {
            if (token != PaddingToken)
            {
                words.Add(TokenText(token));
            }
        }

        return string.Join(' ', words);
    }

    /// <inheritdoc/>
    public string TokenText(int token) => token switch
    {
        0 => "",
        1 => "\uFFFD",
        _ => _vocabulary.Text(token),
    };

    private static WordTokenizer Read(ReadOnlySpan<byte> json, string name)
    {
        var vocabulary = VocabularyJson.Read(json, name);
        return vocabulary.Find(Padding) == 0 && vocabulary.Find(Unknown) == 1
            ? new(vocabulary)
            : throw new InvalidDataException($"'{name}' is no vocabulary of words: the tokens 0 and 1 are not {Padding} and {Unknown}.");
    }
}
