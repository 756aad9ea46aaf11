using NetGen;

namespace TinyGpt;

/// <summary>Lets a network write.</summary>
internal static class Writer
{
    /// <summary>Goes on with a text, a character at a time.</summary>
    /// <param name="net">The network.</param>
    /// <param name="tokenizer">Its characters.</param>
    /// <param name="beginning">What to go on with, at least one character.</param>
    /// <param name="length">How many characters to write.</param>
    /// <param name="options">How they are drawn.</param>
    /// <returns>Character by character.</returns>
    public static IEnumerable<string> Write(ILanguageModel net, CharacterTokenizer tokenizer, string beginning, int length, GenerationOptions options)
    {
        // The network may have room for more tokens than there are.
        var generator = new TokenGenerator(net, tokenizer.Encode(beginning), options with { Vocabulary = tokenizer.VocabularySize });
        for (var i = 0; i < length; i++)
        {
            yield return tokenizer.TokenText(generator.Next());
        }
    }
}
