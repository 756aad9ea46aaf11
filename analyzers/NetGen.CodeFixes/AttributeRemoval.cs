using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.CodeFixes;

/// <summary>
/// Removes attributes from a list as a person would: with its comma, with the line that becomes empty, and without a comment that
/// somebody wrote.
/// </summary>
internal static class AttributeRemoval
{
    /// <summary>Whether a field would still have a layer: without one it is no stack. A class may do without.</summary>
    public static bool LeavesALayer(AttributeSyntax removed) =>
        removed.Parent?.Parent is not FieldDeclarationSyntax field || field.AttributeLists.Sum(list => list.Attributes.Count) > 1;

    public static IEnumerable<TextChange> Changes(SourceText text, AttributeListSyntax list, HashSet<AttributeSyntax> removed)
    {
        if (list.Attributes.All(removed.Contains))
        {
            yield return Delete(WholeList(text, list));
            yield break;
        }

        var kept = false;
        for (var i = 0; i < list.Attributes.Count; i++)
        {
            var attribute = list.Attributes[i];
            if (!removed.Contains(attribute))
            {
                kept = true;
            }
            else if (kept)
            {
                var comma = list.Attributes.GetSeparator(i - 1);
                if (!HasComment(comma.TrailingTrivia) && !HasComment(attribute.GetLeadingTrivia()))
                {
                    yield return Delete(TextSpan.FromBounds(comma.SpanStart, attribute.Span.End));
                }
                else if (i + 1 < list.Attributes.Count && !removed.Contains(list.Attributes[i + 1]))
                {
                    // The comment belongs to the comma before, so the one after goes.
                    yield return Delete(UpToNext(list, i));
                }
                else
                {
                    yield return Delete(comma.Span);
                    yield return Delete(attribute.Span);
                }
            }
            else
            {
                // Nothing is left before it, so the comma after it goes too.
                yield return Delete(UpToNext(list, i));
            }
        }
    }

    private static TextSpan UpToNext(AttributeListSyntax list, int index)
    {
        var comma = list.Attributes.GetSeparator(index);
        var next = list.Attributes[index + 1];
        var end = HasComment(comma.TrailingTrivia) || HasComment(next.GetLeadingTrivia()) ? comma.Span.End : next.SpanStart;
        return TextSpan.FromBounds(list.Attributes[index].SpanStart, end);
    }

    private static TextSpan WholeList(SourceText text, AttributeListSyntax list)
    {
        var first = text.Lines.GetLineFromPosition(list.SpanStart);
        var last = text.Lines.GetLineFromPosition(list.Span.End);
        var before = text.ToString(TextSpan.FromBounds(first.Start, list.SpanStart));
        var after = text.ToString(TextSpan.FromBounds(list.Span.End, last.End));
        if (string.IsNullOrWhiteSpace(before) && string.IsNullOrWhiteSpace(after))
        {
            return TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);
        }

        // Something shares the line: the space that parted them goes with the list.
        var start = string.IsNullOrWhiteSpace(after) ? first.Start + before.TrimEnd().Length : list.SpanStart;
        return TextSpan.FromBounds(start, list.Span.End + after.Length - after.TrimStart(' ').Length);
    }

    private static bool HasComment(SyntaxTriviaList trivia) =>
        trivia.Any(item => !string.IsNullOrWhiteSpace(item.ToString()));

    private static TextChange Delete(TextSpan span) => new(span, "");
}
