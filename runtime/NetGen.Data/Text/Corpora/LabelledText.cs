namespace NetGen;

/// <summary>A text and its class.</summary>
/// <param name="Text">The text.</param>
/// <param name="Label">The class, from 0; of opinions 0 is negative and 1 positive.</param>
public sealed record LabelledText(string Text, int Label)
{
    /// <summary>Reads lines of a text, a tabulator and its label, as in the "sentence labelled" sets of Kotzias et al. (2015).</summary>
    /// <param name="path">The file, in UTF-8.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A line has no label; the message names it.</exception>
    public static IReadOnlyList<LabelledText> Load(string path)
    {
        // Lines end in LF alone: sentences may hold other line ends of Unicode.
        string[] lines = TextFile.Read(path).Split('\n');
        var texts = new List<LabelledText>(lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            int tab = line.LastIndexOf('\t');
            if (line.Length == 0)
            {
                continue;
            }

            if (tab < 0 || !int.TryParse(line.AsSpan(tab + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int label))
            {
                throw new InvalidDataException($"'{path}', line {i + 1}: a text, a tabulator and a label (0, 1, …) are expected.");
            }

            texts.Add(new(line[..tab].Trim(), label));
        }

        return texts.Count > 0 ? texts : throw new InvalidDataException($"'{path}' has no line.");
    }

    /// <summary>Reads a file for each class, a text on each line, as in the "rt-polarity" set of Pang and Lee (2005).</summary>
    /// <param name="negativePath">The texts of class 0.</param>
    /// <param name="positivePath">The texts of class 1.</param>
    /// <returns>Texts of both classes in turn, so that every part of the list has both.</returns>
    /// <exception cref="FileNotFoundException">A file does not exist.</exception>
    /// <exception cref="InvalidDataException">A file has no line, or its bytes are no UTF-8.</exception>
    public static IReadOnlyList<LabelledText> LoadPolarity(string negativePath, string positivePath)
    {
        var classes = new[] { TextCorpus.LoadLines(negativePath), TextCorpus.LoadLines(positivePath) };
        var texts = new List<LabelledText>(classes[0].Count + classes[1].Count);
        for (int i = 0; i < classes.Max(lines => lines.Count); i++)
        {
            for (int label = 0; label < classes.Length; label++)
            {
                if (i < classes[label].Count)
                {
                    texts.Add(new(classes[label][i], label));
                }
            }
        }

        return texts;
    }
}
