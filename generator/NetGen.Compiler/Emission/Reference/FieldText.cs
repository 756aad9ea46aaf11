using NetGen.Compiler.Elaboration;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Emission.Reference;

/// <summary>Prints what fills the fields of a network or a block from a scope, and how its <c>Forward</c> is run.</summary>
internal static class FieldText
{
    /// <summary>An assignment per field.</summary>
    public static IEnumerable<string> Fill(ModuleSpec module, string scope) => module.Fields.Where(field => field.Name.Length > 0)
        .Select(field => $"this.{SurfaceNames.Of(field.Name)} = {Value(field, scope)};");

    /// <summary>The members by which others run the module.</summary>
    public static void WriteRun(SourceWriter writer, ModuleSpec module, string scope)
    {
        var arguments = string.Join(", ", module.Forward.Inputs.Select((_, index) => Inv($"inputs[{index}]")));
        const string Header = "global::NetGen.Tensor[] global::NetGen.Runtime.IModule.Run(global::NetGen.Tensor[] inputs)";
        if (module.Fields.Count == 1 && module.Fields[0].Name.Length == 0)
        {
            writer.Line($"{Header} => [{scope}.Stack(\"\")(inputs[0])];");
        }
        else if (module.Forward.Outputs.Count == 1)
        {
            writer.Line($"{Header} => [{module.Method}({arguments})];");
        }
        else
        {
            using (writer.Block(Header))
            {
                writer.Line($"var outputs = {module.Method}({arguments});");
                writer.Line($"return [{string.Join(", ", module.Forward.Outputs.Select((_, index) => Inv($"outputs.Item{index + 1}")))}];");
            }
        }
    }

    private static string Value(FieldSpec field, string scope) => field.Kind switch
    {
        FieldKind.Stack => $"{scope}.Stack({StringLiteral.Of(field.Name)})",
        FieldKind.StackArray => $"{scope}.Stacks({StringLiteral.Of(field.Name)}, {StringLiteral.Of(StackNames.Of(field.Layers)[0])}, {Count(field.Layers[0])})",
        FieldKind.Module => $"new {field.Layers[0].Find("Module")!.Text}({scope}.Enter({StringLiteral.Of(field.Name)}))",
        _ => $"{scope}.Parameter({StringLiteral.Of(field.Name)})",
    };

    /// <summary>The number of repetitions, or −1 where a hole decides.</summary>
    private static string Count(LayerSpec block) =>
        block.Find("Repeat") is { Holes.Count: > 0 } ? "-1" : Inv($"{block.Int("Repeat", 1)}");
}
