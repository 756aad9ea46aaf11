using System.Buffers;
using System.Text;

namespace NetGen;

/// <summary>
/// Byte-pair encoding as GPT-2 has it (Sennrich et al. 2016; Radford et al. 2019): words are bytes, of which frequent neighbours were merged into tokens, so that any text has tokens and comes
/// back from them unchanged. Reads the usual <c>vocab.json</c> and <c>merges.txt</c>, and <see cref="Train"/> makes such files.
/// </summary>
/// <remarks>
/// Tokens of the vocabulary that no merge makes are special, such as <c>&lt;|endoftext|&gt;</c>: <see cref="Encode"/> finds them in the text, <see cref="EncodeOrdinary"/> does not. What users
/// write is to be encoded by the latter.
/// </remarks>
/// <example><code>
/// var tokenizer = BytePairTokenizer.Train(corpus, vocabularySize: 2048, specialTokens: ["&lt;|endoftext|&gt;"]);
/// tokenizer.Save("vocab.json", "merges.txt");
/// int[] tokens = tokenizer.Encode("Any text: naïve, 漢字, 🙂");
/// </code></example>
public sealed partial class BytePairTokenizer : ITokenizer
{
    private readonly BytePairModel _model;
    private readonly WordCache _cache = new();
    private readonly SearchValues<string> _special;

    private BytePairTokenizer(BytePairModel model)
    {
        _model = model;
        SpecialTokens = [.. model.Special.Select(id => model.Vocabulary.Texts[id])];
        _special = SearchValues.Create([.. SpecialTokens], StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public int VocabularySize => _model.Vocabulary.Count;

    /// <summary>The texts of the tokens that stand in no word.</summary>
    public IReadOnlyList<string> SpecialTokens { get; }

    /// <summary>The id of a special token.</summary>
    /// <param name="text">Its text.</param>
    /// <exception cref="ArgumentException">There is no such special token.</exception>
    public int SpecialToken(string text) => SpecialTokens.Contains(text)
        ? _model.Vocabulary.Find(text)!.Value
        : throw new ArgumentException($"{VocabularyJson.Quoted(text)} is no special token; there are {(SpecialTokens.Count == 0 ? "none" : string.Join(", ", SpecialTokens))}.", nameof(text));

    /// <summary>The ids of a text; special tokens that stand in it are found.</summary>
    /// <inheritdoc/>
    public int[] Encode(ReadOnlySpan<char> text)
    {
        UnicodeText.Require(text);
        var tokens = new List<int>((text.Length / 3) + 1);
        var merger = new WordMerger(_model);
        while (SpecialTokens.Count > 0 && text.IndexOfAny(_special) is var at and >= 0)
        {
            AddWords(text[..at], tokens, merger);
            string special = SpecialAt(text[at..]);
            tokens.Add(_model.Vocabulary.Find(special)!.Value);
            text = text[(at + special.Length)..];
        }

        AddWords(text, tokens, merger);
        return [.. tokens];
    }

    /// <summary>The ids of a text in which special tokens are texts like any other.</summary>
    /// <param name="text">Any valid text.</param>
    /// <exception cref="ArgumentException">The text has half of a surrogate pair; the message tells where.</exception>
    public int[] EncodeOrdinary(ReadOnlySpan<char> text)
    {
        UnicodeText.Require(text);
        var tokens = new List<int>((text.Length / 3) + 1);
        AddWords(text, tokens, new WordMerger(_model));
        return [.. tokens];
    }

    /// <summary>The text of ids. Bytes that are no characters, as at the end of a text that was cut between two tokens, become U+FFFD.</summary>
    /// <inheritdoc/>
    public string Decode(ReadOnlySpan<int> tokens)
    {
        var bytes = new ArrayBufferWriter<byte>((4 * tokens.Length) + 1);
        foreach (int token in tokens)
        {
            bytes.Write(TokenBytes(token));
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <inheritdoc/>
    public string TokenText(int token) => Encoding.UTF8.GetString(TokenBytes(token));

    /// <summary>The bytes that one token stands for: in UTF-8, not always whole characters.</summary>
    /// <param name="token">The id.</param>
    /// <exception cref="ArgumentOutOfRangeException">The id is not of this vocabulary.</exception>
    public ReadOnlySpan<byte> TokenBytes(int token)
    {
        _ = _model.Vocabulary.Text(token);
        return _model.Bytes[token];
    }

    /// <summary>The special token that a text begins with; the longest, where one begins with another.</summary>
    private string SpecialAt(ReadOnlySpan<char> text)
    {
        string longest = "";
        foreach (string special in SpecialTokens)
        {
            if (special.Length > longest.Length && text.StartsWith(special, StringComparison.Ordinal))
            {
                longest = special;
            }
        }

        return longest;
    }

    private void AddWords(ReadOnlySpan<char> text, List<int> tokens, WordMerger merger)
    {
        byte[] bytes = new byte[64];
        foreach (var match in PreTokens.Of(text))
        {
            var word = text.Slice(match.Index, match.Length);
            if (_cache.Find(word) is { } known)
            {
                tokens.AddRange(known);
                continue;
            }

            int length = Encoding.UTF8.GetByteCount(word), start = tokens.Count;
            if (length > bytes.Length)
            {
                bytes = new byte[length];
            }

            Encoding.UTF8.GetBytes(word, bytes);
            merger.Merge(bytes.AsSpan(0, length), tokens);
            _cache.Add(word, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens)[start..]);
        }
    }
}
