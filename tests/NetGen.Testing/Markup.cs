using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Testing;

/// <summary>One diagnostic that a test expects, or one that was found.</summary>
public sealed record Finding(string Id, TextSpan Span);

/// <summary>
/// Source text in which the expected diagnostics are written where they belong: <c>[Dense({|NG0005:0|})]</c>. Marks may nest.
/// </summary>
public sealed record Markup(string Code, IReadOnlyList<Finding> Findings)
{
    public static Markup Parse(string text)
    {
        var code = new StringBuilder(text.Length);
        var open = new Stack<(string Id, int Start)>();
        var findings = new List<Finding>();
        for (var i = 0; i < text.Length; i++)
        {
            var rest = text.AsSpan(i);
            if (rest.StartsWith("{|", StringComparison.Ordinal) && rest.IndexOf(':') is var colon and > 0)
            {
                open.Push((rest[2..colon].ToString(), code.Length));
                i += colon;
            }
            else if (rest.StartsWith("|}", StringComparison.Ordinal))
            {
                var (id, start) = open.Count > 0 ? open.Pop() : throw new FormatException($"'|}}' at {i} closes nothing.");
                findings.Add(new Finding(id, TextSpan.FromBounds(start, code.Length)));
                i++;
            }
            else
            {
                code.Append(text[i]);
            }
        }

        return open.Count == 0
            ? new Markup(code.ToString(), Sorted(findings))
            : throw new FormatException($"'{{|{open.Peek().Id}:' is not closed.");
    }

    /// <summary>The inverse of <see cref="Parse"/>: what was found, written into the code, so that a failure can be read and pasted.</summary>
    public static string Write(string code, IEnumerable<Finding> findings)
    {
        var marks = new List<(int Position, int Order, int Length, string Text)>();
        foreach (var finding in findings)
        {
            marks.Add((finding.Span.Start, 1, -finding.Span.Length, "{|" + finding.Id + ":"));
            marks.Add((finding.Span.End, 0, finding.Span.Length, "|}"));
        }

        var text = new StringBuilder(code);
        foreach (var mark in marks.OrderBy(mark => mark).Reverse())
        {
            text.Insert(mark.Position, mark.Text);
        }

        return text.ToString();
    }

    internal static IReadOnlyList<Finding> Sorted(IEnumerable<Finding> findings) =>
        [.. findings.OrderBy(finding => finding.Span.Start).ThenBy(finding => finding.Span.Length).ThenBy(finding => finding.Id, StringComparer.Ordinal)];
}
