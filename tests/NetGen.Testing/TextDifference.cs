using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace NetGen.Testing;

/// <summary>Two texts side by side in a failure message: lines that are missing and lines that are new, with a little of what surrounds them.</summary>
public static class TextDifference
{
    private const int Context = 3;

    public static string Between(string expected, string actual)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(expected, actual).Lines;
        var message = new StringBuilder("The texts differ (- expected, + found):\n");
        var shown = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!Enumerable.Range(Math.Max(0, i - Context), 2 * Context + 1).Any(near => near < lines.Count && lines[near].Type != ChangeType.Unchanged))
            {
                continue;
            }

            if (i > shown + 1)
            {
                message.Append("  ...\n");
            }

            shown = i;
            var sign = lines[i].Type switch { ChangeType.Inserted => "+ ", ChangeType.Deleted => "- ", _ => "  " };
            message.Append(sign).Append(lines[i].Text).Append('\n');
        }

        return message.ToString();
    }
}
