using System.Text;

namespace NetGen;

/// <summary>GPT-2's <c>merges.txt</c>.</summary>
internal static class MergesText
{
    private const string Version = "#version";

    public static string Write(BytePairModel model)
    {
        var text = new StringBuilder(Version).Append(": 0.2\n");
        foreach (var (left, right, _) in model.Pairs)
        {
            text.Append(model.Vocabulary.Texts[left]).Append(' ').Append(model.Vocabulary.Texts[right]).Append('\n');
        }

        return text.ToString();
    }

    /// <exception cref="InvalidDataException">A line is no merge, or one of tokens that the vocabulary does not have; the message names file and line.</exception>
    public static List<(int Left, int Right, int Whole)> Read(string text, string name, Vocabulary vocabulary, string vocabularyName)
    {
        var pairs = new List<(int Left, int Right, int Whole)>();
        var lines = new Dictionary<(int, int), int>();
        string[] rows = text.Split('\n');
        for (int row = 0; row < rows.Length; row++)
        {
            string line = rows[row].TrimEnd('\r');
            if ((row == 0 && line.StartsWith(Version, StringComparison.Ordinal)) || (line.Length == 0 && row == rows.Length - 1))
            {
                continue;
            }

            string[] parts = line.Split(' ');
            if (parts.Length != 2 || parts[0].Length == 0 || parts[1].Length == 0)
            {
                throw Invalid(name, row, $"{VocabularyJson.Quoted(line)} is no merge; each line has two tokens with one blank between them");
            }

            int left = Find(parts[0], row), right = Find(parts[1], row);
            if (!lines.TryAdd((left, right), row))
            {
                throw Invalid(name, row, $"the merge {VocabularyJson.Quoted(line)} stands on line {lines[(left, right)] + 1} already");
            }

            pairs.Add((left, right, Find(parts[0] + parts[1], row)));
        }

        return pairs;

        int Find(string token, int row) => ByteAlphabet.Decode(token) is null
            ? throw Invalid(name, row, $"{VocabularyJson.Quoted(token)} has characters that stand for no byte")
            : vocabulary.Find(token) ?? throw Invalid(name, row, $"the token {VocabularyJson.Quoted(token)} is not in '{vocabularyName}'");
    }

    private static InvalidDataException Invalid(string name, int row, string problem) => new($"'{name}', line {row + 1}: {problem}.");
}
