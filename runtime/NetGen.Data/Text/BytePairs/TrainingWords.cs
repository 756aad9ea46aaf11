using System.Buffers;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>The words of a corpus and how often each occurs.</summary>
internal static class TrainingWords
{
    public static IReadOnlyCollection<KeyValuePair<string, long>> Count(ReadOnlySpan<char> text, IReadOnlyList<string> cuts, CancellationToken cancellation)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var words = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var borders = SearchValues.Create([.. cuts], StringComparison.Ordinal);
        while (true)
        {
            int end = cuts.Count > 0 ? text.IndexOfAny(borders) : -1;
            var part = end < 0 ? text : text[..end];
            foreach (var match in PreTokens.Of(part))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(words, part.Slice(match.Index, match.Length), out _)++;
                cancellation.ThrowIfCancellationRequested();
            }

            if (end < 0)
            {
                return counts;
            }

            text = text[(end + Cut(text[end..], cuts))..];
        }
    }

    private static int Cut(ReadOnlySpan<char> text, IReadOnlyList<string> cuts)
    {
        int longest = 0;
        foreach (string cut in cuts)
        {
            longest = text.StartsWith(cut, StringComparison.Ordinal) ? Math.Max(longest, cut.Length) : longest;
        }

        return longest;
    }
}
