using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Model;
using NetGen.Generator.Reading.Forward;

namespace NetGen.Generator.Reading.Modules;

/// <summary>Reads a class with layers: a stack at the class itself, or fields and a <c>Forward</c> that joins them.</summary>
internal sealed class ModuleReader(ReadingSession session, INamedTypeSymbol type, bool isBlock)
{
    private const string Forward = "Forward";

    private static readonly GraphSpec Nothing = new(
        EquatableArray<string>.Empty, EquatableArray<Step>.Empty, EquatableArray<int>.Empty, EquatableArray<string>.Empty);

    private readonly string _key = ModuleScope.KeyOf(type);

    /// <summary>
    /// Whether the class is in graph form. A method that only shares the name with ours is left alone where layers stand at the class.
    /// </summary>
    public static bool IsGraph(INamedTypeSymbol type, bool hasStack) => FieldReader.AnyIn(type)
        || type.GetMembers(MethodOf(type)).OfType<IMethodSymbol>().Any(method => !hasStack || IsOverTensors(method));

    public ModuleSpec Read()
    {
        session.Places.Add(_key, Location());
        var stack = WrittenAttribute.InSourceOrder(type, session.Cancellation).FindAll(attribute => KnownTypes.IsLayer(attribute.Data.AttributeClass));
        if (!isBlock && ModuleLibrary.IsBlock(type))
        {
            session.Report(_key, Location(), DeclarationRules.Unreadable, $"'{type.Name}' with both [Network] and [Block]", "[Network] alone; a network can be used as a part as it is");
        }

        if (!IsGraph(type, stack.Count > 0))
        {
            return ReadStack(stack);
        }

        if (stack.Count > 0)
        {
            session.Report(_key, stack[0].Syntax.GetLocation(), DeclarationRules.StackAndGraph, type.Name, KnownTypes.KindOf(stack[0].Data.AttributeClass!));
        }

        var fields = new FieldReader(session, type, isBlock).Read();
        var scope = new ModuleScope(type, isBlock, fields);
        Scope = scope;
        return new ModuleSpec(_key, new EquatableArray<FieldSpec>(scope.Fields), ReadForward(scope) ?? Nothing) { States = IsCell(type) ? ReadStates() : EquatableArray<LayerSpec>.Empty };
    }

    /// <summary>What the methods of the class may refer to; known once it is read.</summary>
    public ModuleScope? Scope { get; private set; }

    /// <summary>The method that joins the fields, or null.</summary>
    public static IMethodSymbol? FindForward(INamedTypeSymbol type)
    {
        var methods = type.GetMembers(MethodOf(type)).OfType<IMethodSymbol>().ToList();
        return methods.Find(IsOverTensors) ?? methods.FirstOrDefault();
    }

    private ModuleSpec ReadStack(List<WrittenAttribute> stack)
    {
        session.Places.Add(_key, "", stack);
        if (isBlock && stack.Count == 0)
        {
            session.Report(_key, Location(), DeclarationRules.Unreadable, $"the block '{type.Name}' without layers",
                "layers at the class, or fields of type Layer and a method 'Tensor Forward(Tensor x)'");
        }

        var layers = new LayerReader(session, type, isBlock).ReadAll(stack);
        var call = new Step("Call", [0], new Argument("Field", 0));
        return new ModuleSpec(_key, new([new FieldSpec("", FieldKind.Stack, layers)]), new GraphSpec(new(["x"]), new([call]), new([1]), new([""])));
    }

    private GraphSpec? ReadForward(ModuleScope scope)
    {
        if (FindForward(type) is not { } method)
        {
            session.Report(_key, Location(), DeclarationRules.Unreadable, $"'{type.Name}' without a method {MethodOf(type)}",
                IsCell(type) ? ForwardSignature.OfCell : "'Tensor Forward(Tensor x)', which says how the fields are joined");
            return null;
        }

        if (!ForwardSignature.Check(session, _key, method) || (IsCell(type) && !ForwardSignature.CheckCell(session, _key, method)))
        {
            return null;
        }

        var interpreter = new ForwardInterpreter(session, scope);
        var graph = session.Try(_key, () => interpreter.Run(method));
        session.Places.Add(_key, Forward, interpreter.Places);
        return graph;
    }

    private static bool IsCell(INamedTypeSymbol type) => type.GetAttributes().Any(attribute => KnownTypes.IsCell(attribute.AttributeClass));

    private static string MethodOf(INamedTypeSymbol type) => IsCell(type) ? "Step" : Forward;

    /// <summary>What a step leaves to the next, by the attributes of the method's parameters.</summary>
    private EquatableArray<LayerSpec> ReadStates() => FindForward(type) is { } method
        ? new LayerReader(session, type, hasHoles: true).ReadAll(method.Parameters
            .SelectMany(parameter => WrittenAttribute.InSourceOrder(parameter, session.Cancellation).Where(attribute => KnownTypes.IsState(attribute.Data.AttributeClass))))
        : EquatableArray<LayerSpec>.Empty;

    private static bool IsOverTensors(IMethodSymbol method) =>
        KnownTypes.IsTensor(method.ReturnType)
        || method.Parameters.Any(parameter => KnownTypes.IsTensor(parameter.Type))
        || method.ReturnType is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Any(element => KnownTypes.IsTensor(element.Type));

    private Location Location() =>
        (type.DeclaringSyntaxReferences[0].GetSyntax(session.Cancellation) as BaseTypeDeclarationSyntax)?.Identifier.GetLocation() ?? type.Locations[0];
}
