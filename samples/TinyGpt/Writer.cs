using NetGen;

namespace TinyGpt;

/// <summary>Lets a network write.</summary>
internal static class Writer
{
    /// <summary>Goes on with a text, a piece at a time.</summary>
    /// <param name="net">The network.</param>
    /// <param name="tokenizer">Its characters.</param>
    /// <param name="beginning">What to go on with, at least one character.</param>
    /// <param name="length">How many characters to write.</param>
    /// <param name="sampling">How they are chosen.</param>
    /// <param name="seed">The same seed writes the same text.</param>
    /// <returns>Character by character.</returns>
    public static IEnumerable<string> Write<TNet>(TNet net, CharacterTokenizer tokenizer, string beginning, int length, Sampling sampling, ulong seed)
        where TNet : class, ITrainable<int, int>
    {
        var next = new NextToken<TNet>(net);
        var random = new Random(unchecked((int)seed));
        List<int> text = [.. tokenizer.Encode(beginning)];
        for (var i = 0; i < length; i++)
        {
            // The network may have room for more tokens than there are.
            var token = sampling.Draw(next.After(text.ToArray())[..tokenizer.VocabularySize], random);
            text.Add(token);
            yield return tokenizer.TokenText(token);
        }
    }
}
