using NetGen.Compiler.Model;

namespace NetGen.Compiler.Serialization;

/// <summary>A block or a network with everything that it needs, as it crosses assemblies.</summary>
/// <param name="Module">The class itself.</param>
/// <param name="Modules">The blocks and networks that it uses, parts first.</param>
/// <param name="Functions">The scalar functions in all of them.</param>
public sealed record SerializedModule(ModuleSpec Module, EquatableArray<ModuleSpec> Modules, EquatableArray<FunctionSpec> Functions)
{
    /// <summary>A network as a part of another: without its losses, and a stack as one field without a name.</summary>
    public static SerializedModule Of(NetworkSpec spec) => new(spec.Body ?? Stack(KeyOf(spec), spec.Layers), spec.Modules, spec.Functions);

    public static SerializedModule Of(BlockSpec spec) => new(spec.Module, spec.Modules, spec.Functions);

    private static ModuleSpec Stack(string key, EquatableArray<LayerSpec> layers) => new(
        key,
        new([new FieldSpec("", FieldKind.Stack, layers)]),
        new GraphSpec(new(["x"]), new([new Step("Call", [0], new Argument("Field", 0))]), new([1]), new([""])));

    private static string KeyOf(NetworkSpec spec)
    {
        // A header is "partial class Outer".
        var names = spec.ContainingTypes.Select(header => header.Substring(header.LastIndexOf(' ') + 1)).Append(spec.Name);
        return "global::" + string.Join(".", spec.Namespace.Length == 0 ? names : names.Prepend(spec.Namespace));
    }
}
