using Microsoft.CodeAnalysis;
using NetGen.Compiler.Model;
using NetGen.Generator.Reading.Forward;

namespace NetGen.Generator.Reading.Modules;

/// <summary>What a network consists of, in either form.</summary>
internal sealed record NetworkContents
{
    /// <summary>The layers of a stack.</summary>
    public EquatableArray<LayerSpec> Layers { get; private init; }

    /// <summary>The fields and <c>Forward</c> of a graph; null for a stack.</summary>
    public ModuleSpec? Body { get; private init; }

    /// <summary>The inputs if they stand at the parameters of <c>Forward</c>; null if they stand at the class.</summary>
    public List<WrittenAttribute>? Inputs { get; private init; }

    /// <summary>The parameters of <c>Forward</c>.</summary>
    public IReadOnlyList<string> InputNames { get; private init; } = [];

    /// <summary>The losses that are methods.</summary>
    public IReadOnlyList<LayerSpec> Losses { get; private init; } = [];

    public EquatableArray<LossMethodSpec> LossMethods { get; private init; }

    public static NetworkContents OfStack(IEnumerable<LayerSpec> layers) => new() { Layers = new EquatableArray<LayerSpec>(layers) };

    public static NetworkContents Read(ReadingSession session, INamedTypeSymbol type, List<WrittenAttribute> inputs, bool hasStack, bool hasLoss)
    {
        var isGraph = ModuleReader.IsGraph(type, hasStack);
        var body = session.Modules.ReadRoot(type, isBlock: false);
        var forward = isGraph ? ModuleReader.FindForward(type) : null;
        var losses = LossMethodReader.ReadAll(session, type, forward, !isGraph, hasLoss);
        var contents = new NetworkContents { Losses = losses.Select(loss => loss.Layer).ToList(), LossMethods = new(losses.Select(loss => loss.Method)) };
        return isGraph
            ? contents with
            {
                Body = body,
                Inputs = forward is null || inputs.Count > 0 ? null : AtParameters(session, forward),
                InputNames = forward?.Parameters.Where(parameter => KnownTypes.IsTensor(parameter.Type)).Select(parameter => parameter.Name).ToArray() ?? [],
            }
            : contents with { Layers = body.Fields[0].Layers };
    }

    private static List<WrittenAttribute> AtParameters(ReadingSession session, IMethodSymbol forward) => forward.Parameters
        .SelectMany(parameter => WrittenAttribute.InSourceOrder(parameter, session.Cancellation))
        .Where(attribute => KnownTypes.IsInput(attribute.Data.AttributeClass))
        .ToList();
}
