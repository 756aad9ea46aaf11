using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Reading;

/// <summary>An attribute together with its text and the ordinal of the partial declaration that carries it.</summary>
internal sealed record WrittenAttribute(AttributeData Data, AttributeSyntax Syntax, int Declaration)
{
    /// <summary>
    /// All attributes of a type, field, method or parameter in the order of the source text: <see cref="ISymbol.GetAttributes"/> promises none.
    /// Declarations count in the compiler's order of files.
    /// </summary>
    public static List<WrittenAttribute> InSourceOrder(ISymbol symbol, CancellationToken cancellation)
    {
        var declarations = symbol is INamedTypeSymbol type ? type.DeclaringSyntaxReferences : [];
        var written = new List<WrittenAttribute>();
        foreach (var data in symbol.GetAttributes())
        {
            if (data.ApplicationSyntaxReference is { } reference
                && reference.GetSyntax(cancellation) is AttributeSyntax syntax)
            {
                written.Add(new WrittenAttribute(data, syntax, DeclarationOf(declarations, reference)));
            }
        }

        written.Sort(static (left, right) => left.Declaration != right.Declaration
            ? left.Declaration.CompareTo(right.Declaration)
            : left.Syntax.SpanStart.CompareTo(right.Syntax.SpanStart));
        return written;
    }

    private static int DeclarationOf(ImmutableArray<SyntaxReference> declarations, SyntaxReference attribute)
    {
        for (var i = 0; i < declarations.Length; i++)
        {
            if (declarations[i].SyntaxTree == attribute.SyntaxTree && declarations[i].Span.Contains(attribute.Span))
            {
                return i;
            }
        }

        return declarations.Length;
    }
}
