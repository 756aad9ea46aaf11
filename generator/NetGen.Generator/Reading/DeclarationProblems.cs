using Microsoft.CodeAnalysis;
using NetGen.Compiler.Model;
using NetGen.Generator.Reading.Modules;

namespace NetGen.Generator.Reading;

/// <summary>What can be wrong with a declaration before any shape is known.</summary>
internal static class DeclarationProblems
{
    public static IEnumerable<Problem> Find(
        INamedTypeSymbol type,
        string? unfit,
        List<WrittenAttribute> inputs,
        Stack stack,
        NetworkContents contents,
        CancellationToken cancellation)
    {
        foreach (var problem in OfClass(type, unfit, cancellation))
        {
            yield return problem;
        }

        if (unfit is not null)
        {
            yield break;
        }

        var found = (contents.Inputs ?? inputs).Count;
        var needed = contents.Body is null ? 1 : Math.Max(1, contents.InputNames.Count);
        if (found != needed)
        {
            yield return new Problem(
                DeclarationRules.NotOneInput,
                found == 0 ? Problem.Class : Problem.Input,
                null,
                type.Name,
                (found == 0 ? "none" : FormattableString.Invariant($"{found}"))
                    + (contents.Body is null ? "" : FormattableString.Invariant($", but Forward takes {needed}")));
        }

        // A graph has no order of attributes: its losses say which output they are of.
        foreach (var problem in contents.Body is null ? Split(type, stack).Concat(LossPosition(stack)) : [])
        {
            yield return problem;
        }
    }

    /// <summary>What keeps a class, network or block, from getting a second part.</summary>
    public static IEnumerable<Problem> OfClass(INamedTypeSymbol type, string? unfit, CancellationToken cancellation)
    {
        if (unfit is not null)
        {
            yield return new Problem(DeclarationRules.UnsupportedClass, Problem.Class, null, type.Name, unfit);
            yield break;
        }

        var notPartial = ClassReader.NotPartial(type, cancellation);
        if (notPartial.Count > 0)
        {
            yield return new Problem(
                DeclarationRules.NotPartial,
                Problem.Class,
                null,
                type.Name,
                string.Join(" and ", notPartial.Select(name => "'" + name + "'")));
        }
    }

    /// <summary>The first layer of every declaration after the one where the stack begins.</summary>
    private static IEnumerable<Problem> Split(INamedTypeSymbol type, Stack stack)
    {
        var seen = new HashSet<int>();
        for (var i = 0; stack[i] is { } layer; i++)
        {
            if (seen.Add(layer.Declaration) && seen.Count > 1)
            {
                yield return new Problem(DeclarationRules.SplitDeclaration, i, null, type.Name, KnownTypes.KindOf(layer.Data.AttributeClass!));
            }

            if (i == stack.Layers.Count)
            {
                break;
            }
        }
    }

    /// <summary>
    /// The loss ends the stack and there is one of it: everything that stands behind the first loss is blamed, unless it stands in
    /// another declaration, which is a problem of its own.
    /// </summary>
    private static IEnumerable<Problem> LossPosition(Stack stack)
    {
        if (stack.Losses.Count == 0)
        {
            yield break;
        }

        var first = stack.Losses[0];
        var loss = KnownTypes.KindOf(first.Data.AttributeClass!);
        for (var i = 0; i < stack.Layers.Count; i++)
        {
            var layer = stack.Layers[i];
            if (layer.Declaration == first.Declaration && layer.Syntax.SpanStart > first.Syntax.SpanStart)
            {
                yield return new Problem(DeclarationRules.LossNotLast, i, null, KnownTypes.KindOf(layer.Data.AttributeClass!), loss);
            }
        }

        if (stack.Losses.Count > 1)
        {
            var last = stack.Losses[stack.Losses.Count - 1];
            yield return new Problem(DeclarationRules.LossNotLast, stack.Layers.Count + stack.Losses.Count - 1, null, KnownTypes.KindOf(last.Data.AttributeClass!), loss);
        }
    }
}
