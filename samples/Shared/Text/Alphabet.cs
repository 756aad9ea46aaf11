using System.Text;
using NetGen;

namespace Samples;

/// <summary>The characters that a network knows. How many it has room for is part of its type; how many a text has is not.</summary>
internal static class Alphabet
{
    /// <summary>A tokenizer of the characters that occur most often, with a token for all others if there are others.</summary>
    /// <param name="text">What to count in: the training part.</param>
    /// <param name="room">How many tokens there may be; at least 2.</param>
    /// <param name="withUnknown">Whether there is a token for others in any case.</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public static CharacterTokenizer Of(string text, int room, bool withUnknown = false)
    {
        var counts = new Dictionary<Rune, int>();
        foreach (var character in text.EnumerateRunes())
        {
            counts[character] = counts.GetValueOrDefault(character) + 1;
        }

        withUnknown |= counts.Count > room;
        var known = counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key).Take(withUnknown ? room - 1 : room);
        return CharacterTokenizer.From(string.Concat(known.Select(entry => entry.Key.ToString())), withUnknown);
    }
}
