using NetGen.Compiler.Elaboration;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Emission.Reference;

/// <summary>
/// Prints the plain, unfused meaning of a network over <c>Ops</c>: what its <c>Layer</c> fields do when <c>Forward</c> runs in the debugger, and a run that
/// remembers every named value. It knows primitives only, as the kernels' printers do, and shares nothing with them behind the graph.
/// </summary>
internal static class ReferenceEmitter
{
    public static string Print(ShapedNetwork network)
    {
        var (writer, spec) = (new SourceWriter(), network.Spec);
        var run = Elaborator.Run(spec, new GraphBuilder { KeepsStackInputs = true }, training: false, network.Parameters);
        SourceHeader.Write(writer, spec.Name, "the plain meaning of its layers, for the debugger and for tests.");
        // A declaration may compare a value with itself, and so does its plain meaning.
        writer.Line("#pragma warning disable CS1718");
        writer.Line();
        writer.Line("using NetGenOps = global::NetGen.Ops;");
        writer.Line("using NetGenScope = global::NetGen.Runtime.ReferenceScope;");
        writer.Line("using NetGenTensor = global::NetGen.Tensor;");
        writer.Line();
        using (TypeNesting.Open(writer, spec))
        {
            writer.Line("/// <summary>Every stack in the words of <c>Ops</c>, in evaluation mode.</summary>");
            writer.Line(SourceHeader.GeneratedCode);
            using (writer.Block("private static class NetGenReference"))
            {
                FunctionRegistration.Write(writer, spec.Functions, "NetGenReference");
                WriteStacks(writer, run, network);
                writer.Line();
                WriteTrace(writer, spec, run, network);
            }
        }

        return writer.ToString();
    }

    private static void WriteStacks(SourceWriter writer, Elaborated run, ShapedNetwork network)
    {
        var groups = run.Stacks.GroupBy(stack => stack.Name).ToList();
        var methods = MethodsOf(groups.Select(group => group.Key));
        writer.Line("/// <summary>The stacks by the names of their fields.</summary>");
        writer.Line("public static readonly global::System.Collections.Generic.Dictionary<string, global::System.Func<NetGenScope, NetGenTensor, NetGenTensor>> Stacks = new(global::System.StringComparer.Ordinal)");
        writer.Line("{");
        foreach (var group in groups)
        {
            writer.Line($"    [{StringLiteral.Of(group.Key)}] = {methods[group.Key]},");
        }

        writer.Line("};");
        foreach (var group in groups)
        {
            writer.Line();
            writer.Line($"/// <summary>{XmlText.Of(group.Key.Length == 0 ? "The stack" : group.Key)}: {XmlText.Of(string.Join(", ", group.First().Parts.Select(part => part.Description)))}.</summary>");
            using (writer.Block($"private static NetGenTensor {methods[group.Key]}(NetGenScope scope, NetGenTensor x)"))
            {
                var variants = group.ToList();
                for (var i = 0; i < variants.Count; i++)
                {
                    // Each in a block of its own: locals of one shape must not meet those of another.
                    var isLast = i == variants.Count - 1;
                    using (variants.Count == 1 ? null : writer.Block(isLast ? "" : $"if (x.Shape is [{string.Join(", ", variants[i].Input.Type.Shape.Dims)}]{Presence(variants, i, run.Masks)})"))
                    {
                        WriteStack(writer, variants[i], run.Masks, network);
                    }

                    if (!isLast)
                    {
                        writer.Line();
                    }
                }
            }
        }
    }

    /// <summary>Tells a stack on a value with a mask from the same without one.</summary>
    private static string Presence(List<AppliedStack> variants, int index, PositionMasks masks) => variants.Count(variant => variant.Input.Type == variants[index].Input.Type) == 1 ? ""
        : $" && {(masks.Of(variants[index].Input) is null ? "!" : "")}global::NetGen.Runtime.ReferenceOps.IsMasked(x)";

    private static void WriteStack(SourceWriter writer, AppliedStack stack, PositionMasks masks, ShapedNetwork network)
    {
        var text = new GraphText(writer, network.Parameters, network.Buffers);
        text.Know(stack.Input, "x");
        if (masks.Of(stack.Input) is { } given)
        {
            text.Know(given, "global::NetGen.Runtime.ReferenceOps.MaskOf(x)");
        }

        var result = "x";
        foreach (var part in stack.Parts)
        {
            if (part.Block is null)
            {
                result = text.Value(part.Output);
                continue;
            }

            var local = "block" + KernelNames.Pascal(part.Name);
            var module = part.Block.Find("Module")!.Text!;
            var run = $"NetGenScope.Run(new {module}(scope.Enter({StringLiteral.Of(part.Name)})), {WithMask(part.Input, result)})";
            writer.Line($"var {local} = {(part.Block.Kind == "Residual" ? result + " + " : "")}{run};");
            text.Know(part.Output, result = local);
        }

        writer.Line($"return {WithMask(stack.Parts.Count > 0 ? stack.Parts[stack.Parts.Count - 1].Output : stack.Input, result)};");

        string WithMask(Node value, string name) => masks.Of(value) is { } mask && name != "x" && value.Operation is not MaskedOperation
            ? $"global::NetGen.Runtime.ReferenceOps.Masked({name}, {text.Value(mask)})" : name;
    }

    private static void WriteTrace(SourceWriter writer, NetworkSpec spec, Elaborated run, ShapedNetwork network)
    {
        writer.Line("/// <summary>A prediction step by step; every value that has a name is recorded. Returns the outputs as Predict does.</summary>");
        using (writer.Block("public static NetGenTensor[] Trace(NetGenScope scope, NetGenTensor[] inputs, global::System.Action<string, NetGenTensor> record)"))
        {
            var text = new GraphText(writer, network.Parameters, network.Buffers);
            for (var i = 0; i < run.Inputs.Count; i++)
            {
                text.Know(run.Inputs[i], Inv($"inputs[{i}]"));
            }

            foreach (var (name, value) in run.Named)
            {
                writer.Line($"record({StringLiteral.Of(name)}, {text.Value(value)});");
            }

            var outputs = run.Outputs.Select(text.Value).ToList();
            writer.Line($"return Link([{string.Join(", ", outputs)}]);");
        }

        writer.Line();
        writer.Line("/// <summary>What Predict makes of the outputs: the link functions of the losses.</summary>");
        using (writer.Block("public static NetGenTensor[] Link(NetGenTensor[] inputs)"))
        {
            var linking = new GraphBuilder();
            var text = new GraphText(writer, network.Parameters, network.Buffers);
            var results = new List<string>();
            for (var i = 0; i < run.Outputs.Count; i++)
            {
                var output = linking.Input(run.Outputs[i].Type.Shape, i);
                text.Know(output, Inv($"inputs[{i}]"));
                linking.Origin = "prediction";
                results.Add(text.Value(LossTargets.LinkOf(spec, i)?.Link(linking, output) ?? output));
            }

            writer.Line($"return [{string.Join(", ", results)}];");
        }
    }

    /// <summary>A method per stack. Names that differ in dots alone, such as those of an element of an array and of the stack within it, get numbers.</summary>
    private static Dictionary<string, string> MethodsOf(IEnumerable<string> names)
    {
        var (methods, unique) = (new Dictionary<string, string>(StringComparer.Ordinal), new UniqueNames([]));
        foreach (var name in names)
        {
            methods.Add(name, unique.Add(name.Length == 0 ? "Whole" : "Stack" + KernelNames.Pascal(name), "_"));
        }

        return methods;
    }
}
