namespace NetGen;

/// <summary>A part of a progress line.</summary>
/// <param name="Rank">The order in which parts give way where the line is too long, the highest first; 0: it stays.</param>
/// <param name="Forms">How to write it, from long to short.</param>
internal sealed record ProgressPart(int Rank, params string[] Forms);

/// <summary>Fits parts into a line: first shorter words, then fewer parts, never half a word.</summary>
internal static class ProgressLine
{
    private const string Gap = "  ";

    public static string Fit(IReadOnlyList<ProgressPart> parts, int width)
    {
        var texts = parts.Select(part => part.Forms[0]).ToArray();
        int[] order = [.. Enumerable.Range(0, texts.Length).OrderByDescending(index => parts[index].Rank)];
        foreach (var index in order)
        {
            foreach (var form in parts[index].Forms.Skip(1))
            {
                if (Join(texts) is var line && CellText.Width(line) <= width)
                {
                    return line;
                }

                texts[index] = form;
            }
        }

        foreach (var index in order.Where(index => parts[index].Rank > 0))
        {
            if (CellText.Width(Join(texts)) <= width)
            {
                break;
            }

            texts[index] = "";
        }

        return Join(texts);
    }

    private static string Join(IEnumerable<string> texts) => string.Join(Gap, texts.Where(text => text.Length > 0));
}
