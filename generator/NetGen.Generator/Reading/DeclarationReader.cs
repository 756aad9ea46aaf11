using Microsoft.CodeAnalysis;
using NetGen.Compiler;
using NetGen.Compiler.Model;
using NetGen.Generator.Reading.Modules;

namespace NetGen.Generator.Reading;

/// <summary>
/// Reads a class with a <c>[Network]</c> attribute into plain data. The generator and the analyzers both start here, so that
/// what is drawn red and what is compiled can never disagree.
/// </summary>
public static class DeclarationReader
{
    /// <summary>Whether <paramref name="type"/> is declared as a network.</summary>
    public static bool IsNetwork(INamedTypeSymbol type) =>
        type.GetAttributes().Any(attribute => KnownTypes.IsNetwork(attribute.AttributeClass));

    /// <summary>
    /// Reads all partial declarations of <paramref name="type"/> together. Returns null where there is no <c>[Network]</c>.
    /// </summary>
    public static Declaration? Read(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var written = WrittenAttribute.InSourceOrder(type, cancellation);
        var network = written.Find(attribute => KnownTypes.IsNetwork(attribute.Data.AttributeClass));
        if (network is null)
        {
            return null;
        }

        var inputs = written.FindAll(attribute => KnownTypes.IsInput(attribute.Data.AttributeClass));
        var layers = written.FindAll(attribute => KnownTypes.IsLayer(attribute.Data.AttributeClass));
        var losses = written.FindAll(attribute => KnownTypes.IsLoss(attribute.Data.AttributeClass));
        var unfit = ClassReader.Unfit(type, cancellation);
        var session = ReadingSession.Of(type, ModuleScope.KeyOf(type), cancellation);
        var contents = unfit is null
            ? NetworkContents.Read(session, type, inputs, layers.Count > 0, losses.Count > 0)
            : NetworkContents.OfStack(layers.Select(layer => AttributeReader.Read(layer.Data)));

        var spec = new NetworkSpec(
            ClassReader.Namespace(type),
            ClassReader.ContainingHeaders(type),
            ClassReader.Identifier(type.Name),
            ClassReader.Hint(type),
            (Precision)AttributeReader.Read(network.Data).Int(nameof(Precision), 0),
            Inputs(contents.Inputs ?? inputs, contents.InputNames),
            contents.Layers,
            new EquatableArray<LayerSpec>(losses.Select(each => AttributeReader.Read(each.Data)).Concat(contents.Losses)))
        {
            Inference = AttributeReader.Read(network.Data).Flag("Inference", false),
            Weights = written.Find(attribute => KnownTypes.IsWeights(attribute.Data.AttributeClass)) is { } weights ? AttributeReader.Read(weights.Data).Find("File")?.Text : null,
            Body = contents.Body,
            Modules = session.Modules.All,
            Functions = session.Functions.All,
            LossMethods = contents.LossMethods,
            Problems = new EquatableArray<Problem>(contents.Body is null && session.Modules.All.Count == 0 && session.Problems.Count == 0 ? [] : session.Obstacles),
        };

        var stack = new Stack(contents.Body is null ? layers : [], losses);
        var problems = new EquatableArray<Problem>(
            DeclarationProblems.Find(type, unfit, inputs, stack, contents, cancellation).Concat(session.Problems.Select(each => each.Problem)));
        return new Declaration(
            spec,
            problems,
            session.IsComplete && written.TrueForAll(attribute => IsForeign(attribute) || AttributeReader.IsComplete(attribute.Data, attribute.Syntax)),
            problems.All(problem => problem.Id is not (DeclarationRules.UnsupportedClass or DeclarationRules.NotPartial)),
            new LocationMap(ClassReader.Identifier(type, network), network, contents.Inputs ?? inputs, stack, session));
    }

    /// <summary>Without any input there is still one, of no axes, so that the generated surface keeps its shape while the user types.</summary>
    private static EquatableArray<InputSpec> Inputs(List<WrittenAttribute> inputs, IReadOnlyList<string> names) =>
        inputs.Count == 0
            ? new([new InputSpec(new Shape())])
            : new(inputs.Select((input, i) => Input(input) with { Name = i < names.Count ? names[i] : "" }));

    private static InputSpec Input(WrittenAttribute attribute)
    {
        var read = AttributeReader.Read(attribute.Data);
        return KnownTypes.IsValueInput(attribute.Data.AttributeClass)
            ? new InputSpec(new Shape(read.Ints("Dims")))
            : new InputSpec(new Shape(read.Int("Length", 0))) { Vocabulary = read.Int("Vocabulary", 0) };
    }

    /// <summary>An attribute of someone else, whose mistakes do not make the network unreadable.</summary>
    private static bool IsForeign(WrittenAttribute attribute) =>
        attribute.Data.AttributeClass is { TypeKind: not TypeKind.Error } type
        && !KnownTypes.IsNetwork(type) && !KnownTypes.IsInput(type) && !KnownTypes.IsLayer(type) && !KnownTypes.IsLoss(type) && !KnownTypes.IsWeights(type);
}
