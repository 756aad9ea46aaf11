using NetGen.Compiler.Emission;
using NetGen.Compiler.Emission.Reference;
using NetGen.Compiler.Model;
using NetGen.Compiler.Serialization;

namespace NetGen.Compiler;

/// <summary>
/// What a block's own class gets: a constructor by which networks fill its fields, and a way to run its <c>Forward</c>. Kernels it has none; those are compiled with the networks that
/// use it, where shapes are known.
/// </summary>
public static class BlockCompiler
{
    public static IReadOnlyList<GeneratedSource> Compile(BlockSpec spec)
    {
        var writer = new SourceWriter();
        SourceHeader.Write(writer, spec.Name, "how networks use the block.");
        const string Throw = "throw new global::System.InvalidOperationException(\"The declaration of the block has errors.\")";
        using (TypeNesting.Open(writer, spec.Namespace, spec.ContainingTypes, spec.Name, " : global::NetGen.Runtime.IModule", () => WriteAttributes(writer, spec)))
        {
            writer.Line("private readonly global::NetGen.Runtime.ReferenceScope _netgenReference;");
            writer.Line();
            writer.Line("/// <summary>The block in its place in a network. Called by generated code.</summary>");
            writer.Line("/// <param name=\"scope\">Its place.</param>");
            writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
            using (writer.Block($"public {spec.Name}(global::NetGen.Runtime.ReferenceScope scope)"))
            {
                writer.Line("_netgenReference = scope;");
                foreach (var line in spec.IsValid ? FieldText.Fill(spec.Module, "scope") : [Throw + ";"])
                {
                    writer.Line(line);
                }
            }

            writer.Line();
            if (spec.IsValid)
            {
                FieldText.WriteRun(writer, spec.Module, "_netgenReference");
            }
            else
            {
                writer.Line("global::NetGen.Tensor[] global::NetGen.Runtime.IModule.Run(global::NetGen.Tensor[] inputs) => " + Throw + ";");
            }
        }

        return [new GeneratedSource(spec.Hint + ".g.cs", writer.ToString())];
    }

    private static void WriteAttributes(SourceWriter writer, BlockSpec spec)
    {
        if (spec.IsValid)
        {
            writer.Line(SourceHeader.CompiledSpec(SerializedModule.Of(spec)));
        }

        writer.Line(SourceHeader.GeneratedCode);
    }
}
