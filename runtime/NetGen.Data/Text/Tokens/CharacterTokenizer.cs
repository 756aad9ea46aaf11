using System.Text;

namespace NetGen;

/// <summary>
/// A token for each character (code point) of a corpus, in the order of their numbers. Of tiny Shakespeare it has 65, with the ids that nanoGPT's
/// <c>shakespeare_char</c> gives them.
/// </summary>
/// <example><code>
/// var tokenizer = CharacterTokenizer.From(corpus);
/// int[] tokens = tokenizer.Encode(corpus);
/// tokenizer.Save("vocab.json");
/// </code></example>
public sealed class CharacterTokenizer : ITokenizer
{
    private const string Unknown = "<unk>";

    private readonly Vocabulary _vocabulary;
    private readonly Dictionary<int, int> _ids = [];

    private CharacterTokenizer(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        UnknownToken = vocabulary.Find(Unknown);
        for (int id = 0; id < vocabulary.Count; id++)
        {
            if (id != UnknownToken)
            {
                _ids.Add(Rune.GetRuneAt(vocabulary.Texts[id], 0).Value, id);
            }
        }
    }

    /// <inheritdoc/>
    public int VocabularySize => _vocabulary.Count;

    /// <summary>The token of all characters that the corpus did not have; null: they are refused.</summary>
    public int? UnknownToken { get; }

    /// <summary>Makes the vocabulary of a corpus.</summary>
    /// <param name="corpus">The text.</param>
    /// <param name="withUnknown">Whether there is a token, with the id 0, for characters that the corpus does not have.</param>
    /// <exception cref="ArgumentException">The corpus is empty, or has half of a surrogate pair.</exception>
    public static CharacterTokenizer From(ReadOnlySpan<char> corpus, bool withUnknown = false)
    {
        if (corpus.IsEmpty)
        {
            throw new ArgumentException("The corpus is empty: a vocabulary has at least one character.", nameof(corpus));
        }

        var found = new SortedSet<int>();
        for (int at = 0; at < corpus.Length;)
        {
            found.Add(UnicodeText.Next(corpus, ref at).Value);
        }

        IEnumerable<string> characters = found.Select(value => new Rune(value).ToString());
        return new(new Vocabulary([.. withUnknown ? characters.Prepend(Unknown) : characters]));
    }

    /// <summary>Reads a vocabulary that <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or has tokens that are no single characters; the message tells the line.</exception>
    public static CharacterTokenizer Load(string path) => Read(TextFile.Bytes(path), path);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="InvalidDataException">It is no vocabulary of single characters.</exception>
    public static CharacterTokenizer FromJson(string json) => Read(Encoding.UTF8.GetBytes(json), "vocabulary");

    /// <summary>Writes the vocabulary, in the format of GPT-2's <c>vocab.json</c>.</summary>
    /// <param name="path">The file, overwritten as a whole or not at all.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path) => TextFile.Write(path, ToJson());

    /// <summary>The vocabulary as a text, for instance for a model's metadata.</summary>
    public string ToJson() => VocabularyJson.Write(_vocabulary.Texts);

    /// <inheritdoc/>
    public int[] Encode(ReadOnlySpan<char> text)
    {
        int[] tokens = new int[text.Length];
        int count = 0;
        for (int at = 0; at < text.Length; count++)
        {
            int place = at;
            var rune = UnicodeText.Next(text, ref at);
            tokens[count] = _ids.TryGetValue(rune.Value, out int id) ? id : UnknownToken ?? throw new ArgumentException(
                $"The character {UnicodeText.Describe(rune)} at position {place} is none of the {VocabularySize} of this vocabulary. Make the vocabulary of a corpus that has it, or with an unknown token.",
                nameof(text));
        }

        return count == tokens.Length ? tokens : tokens[..count];
    }

    /// <inheritdoc/>
    public string Decode(ReadOnlySpan<int> tokens)
    {
        var text = new StringBuilder(tokens.Length);
        foreach (int token in tokens)
        {
            text.Append(TokenText(token));
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public string TokenText(int token) => token == UnknownToken ? "\uFFFD" : _vocabulary.Text(token);

    private static CharacterTokenizer Read(ReadOnlySpan<byte> json, string name)
    {
        var vocabulary = VocabularyJson.Read(json, name);
        foreach (string text in vocabulary.Texts)
        {
            if (text != Unknown && !(Rune.DecodeFromUtf16(text, out _, out int length) == System.Buffers.OperationStatus.Done && length == text.Length))
            {
                throw new InvalidDataException($"'{name}' has the token {VocabularyJson.Quoted(text)}, which is no single character: it is not a vocabulary of characters.");
            }
        }

        return new(vocabulary);
    }
}
