using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Analyzers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Review;
using NetGen.Generator.Reading;

namespace NetGen.CodeFixes;

/// <summary>NG9001: writes behind each row of a network what comes out of it and how many parameters it has. Written again, the comments are replaced; those that somebody else wrote stay.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(WriteShapesRefactoring)), Shared]
public sealed class WriteShapesRefactoring : CodeRefactoringProvider
{
    private const string Title = "Write shapes behind the rows";

    private const string Opening = "// [";

    /// <summary>Rows that are longer do not push the comments of all others to the right.</summary>
    private const int WidestColumn = 100;

    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } declaration
            && model?.GetDeclaredSymbol(declaration, context.CancellationToken) is { } type
            && DeclarationReader.Read(type, context.CancellationToken) is { IsAnalyzable: true } network
            && Rows(network, root.SyntaxTree) is { Count: > 0 } rows)
        {
            context.RegisterRefactoring(CodeAction.Create(Title, cancellation => WriteAsync(context.Document, rows, cancellation), nameof(WriteShapesRefactoring)));
        }
    }

    /// <summary>For each line on which layers end: the shape behind the last of them, and the parameters of all.</summary>
    private static SortedDictionary<int, (string Shape, long Parameters)> Rows(Declaration network, SyntaxTree tree)
    {
        var review = NetworkReview.Of(network.Spec);
        var layers = review.Shaped.Layers.ToDictionary(layer => layer.Name, StringComparer.Ordinal);
        var rows = new SortedDictionary<int, (string, long)>();
        foreach (var problem in review.Problems.Where(problem => problem.Id == InsightDiagnostics.LayerShape.Id))
        {
            var place = network.Locations.Of(problem);
            var (name, shape) = Parts(problem);
            if (place.SourceTree != tree || !layers.TryGetValue(name, out var layer) || tree.GetRoot().FindNode(place.SourceSpan).FirstAncestorOrSelf<AttributeListSyntax>() is not { } row)
            {
                continue;
            }

            var line = tree.GetLineSpan(row.Span).EndLinePosition.Line;
            rows[line] = (shape, layer.ParameterCount + (rows.TryGetValue(line, out var known) ? known.Item2 : 0));
        }

        return rows;
    }

    /// <summary><c>dense1: [128], 100,480 parameters</c>.</summary>
    private static (string Name, string Shape) Parts(Problem problem)
    {
        var text = problem.Values[0];
        var colon = text.IndexOf(':');
        return (text.Substring(0, colon), text.Substring(colon + 2, text.IndexOf(']') - colon - 1));
    }

    private static async Task<Document> WriteAsync(Document document, SortedDictionary<int, (string Shape, long Parameters)> rows, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var written = rows.Select(row => (Line: text.Lines[row.Key], Code: Code(text.Lines[row.Key].ToString()), Comment: Comment(row.Value.Shape, row.Value.Parameters)))
            .Where(row => row.Code is not null).ToList();
        var column = Math.Min(WidestColumn, written.Count == 0 ? 0 : written.Max(row => row.Code!.Length)) + 1;
        return document.WithText(text.WithChanges(written.Select(row => new TextChange(row.Line.Span, row.Code!.PadRight(column) + (row.Code!.Length >= column ? " " : "") + row.Comment))));
    }

    /// <summary>A line without the comment of an earlier time; null for one with a comment of somebody else's.</summary>
    private static string? Code(string line)
    {
        var comment = SyntaxFactory.ParseTokens(line).SelectMany(token => token.LeadingTrivia.Concat(token.TrailingTrivia)).FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia));
        var start = comment == default ? line.Length : comment.SpanStart;
        return start < line.Length && string.CompareOrdinal(line, start, Opening, 0, Opening.Length) != 0 ? null : line.Substring(0, start).TrimEnd();
    }

    private static string Comment(string shape, long parameters) => string.Format(
        CultureInfo.InvariantCulture, parameters switch { 0 => "// {0}", 1 => "// {0}, 1 parameter", _ => "// {0}, {1:N0} parameters" }, shape, parameters);
}
