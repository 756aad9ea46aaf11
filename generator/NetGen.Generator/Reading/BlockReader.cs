using Microsoft.CodeAnalysis;
using NetGen.Compiler.Model;
using NetGen.Generator.Reading.Modules;

namespace NetGen.Generator.Reading;

/// <summary>Reads a class with a <c>[Block]</c> attribute by itself, its holes unbound.</summary>
public static class BlockReader
{
    /// <summary>Reads all partial declarations of <paramref name="type"/> together. Returns null where there is no <c>[Block]</c>, or a <c>[Network]</c> besides.</summary>
    public static BlockDeclaration? Read(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var written = WrittenAttribute.InSourceOrder(type, cancellation);
        var block = written.Find(attribute => KnownTypes.IsBlock(attribute.Data.AttributeClass));
        if (block is null || written.Exists(attribute => KnownTypes.IsNetwork(attribute.Data.AttributeClass)))
        {
            return null;
        }

        var session = ReadingSession.Of(type, ModuleScope.KeyOf(type), cancellation);
        var ofClass = DeclarationProblems.OfClass(type, ClassReader.Unfit(type, cancellation), cancellation).ToList();
        var canEmit = ofClass.Count == 0;
        var module = canEmit || ofClass.TrueForAll(problem => problem.Id == DeclarationRules.NotPartial)
            ? session.Modules.ReadRoot(type, isBlock: true)
            : new ModuleSpec(session.Root, [], new GraphSpec([], [], [], []));
        var spec = new BlockSpec(
            ClassReader.Namespace(type), ClassReader.ContainingHeaders(type), ClassReader.Identifier(type.Name), ClassReader.Hint(type), module,
            session.IsComplete && !session.Obstacles.Any())
        {
            Modules = session.Modules.All,
            Functions = session.Functions.All,
        };
        return new BlockDeclaration(
            spec,
            new EquatableArray<Problem>(ofClass.Concat(session.Problems.Select(each => each.Problem))),
            session.IsComplete,
            canEmit,
            new LocationMap(ClassReader.Identifier(type, block), null, [], new Stack([], []), session));
    }
}

/// <summary>A block as it was read.</summary>
/// <param name="Spec">The block as plain data. It alone may enter the incremental pipeline.</param>
/// <param name="Problems">What is wrong with it; those of other classes name their <see cref="Problem.Module"/>.</param>
/// <param name="IsComplete">Whether C# could make sense of all of it.</param>
/// <param name="CanEmit">Whether a second part of the class can exist at all.</param>
/// <param name="Locations">Where everything stands; for analyzers only.</param>
public sealed record BlockDeclaration(BlockSpec Spec, EquatableArray<Problem> Problems, bool IsComplete, bool CanEmit, LocationMap Locations);
