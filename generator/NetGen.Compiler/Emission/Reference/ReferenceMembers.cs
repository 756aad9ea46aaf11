using NetGen.Compiler.Model;

namespace NetGen.Compiler.Emission.Reference;

/// <summary>Prints the members of a network that run it plainly: constructors that fill its fields, <c>PredictUnfused</c>, <c>Trace</c>.</summary>
internal sealed class ReferenceMembers(NetworkSpec spec)
{
    /// <summary>The member by which the runtime looks at values, whatever the number and the types of the inputs.</summary>
    public const string TracedHeader = "global::NetGen.PredictionTrace global::NetGen.Runtime.ITraced.Trace(global::NetGen.Tensor[] inputs)";

    private const string Scope = "global::NetGen.Runtime.ReferenceScope";

    private readonly TokenText _tokens = new(spec);

    private string T => spec.Precision == Precision.Single ? "float" : "double";

    /// <summary>The network as a module; a stack at the class is a field without a name.</summary>
    private ModuleSpec Module => spec.Body ?? ModuleSpec.OfStack("", spec.Layers);

    public void WriteConstructors(SourceWriter writer)
    {
        writer.Line($"private readonly {Scope} _netgenReference;");
        writer.Line();
        writer.Line("/// <summary>Makes the network and draws its initial weights.</summary>");
        writer.Line("/// <param name=\"seed\">Of the initial weights and of dropout: the same seed gives the same weights on every machine.</param>");
        using (writer.Block($"public {spec.Name}(ulong seed = 0)"))
        {
            writer.Line("_netgen = new NetGenCore(seed);");
            if (spec.Inference)
            {
                // Only as a part of another network it runs plainly.
                writer.Line("_netgenReference = null!;");
                foreach (var field in Module.Fields.Where(field => field.Name.Length > 0))
                {
                    writer.Line($"this.{SurfaceNames.Of(field.Name)} = default!;");
                }
            }
            else
            {
                writer.Line("_netgenReference = _netgen.OpenReference(NetGenReference.Stacks);");
                WriteFields(writer, "_netgenReference");
            }
        }

        writer.Line();
        writer.Line("/// <summary>The network as a part of another, whose parameters it computes with. Called by generated code.</summary>");
        writer.Line("/// <param name=\"scope\">Its place there.</param>");
        writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        using (writer.Block($"public {spec.Name}({Scope} scope)"))
        {
            writer.Line("_netgen = null!;");
            writer.Line("_netgenReference = scope;");
            WriteFields(writer, "scope");
        }

        writer.Line();
    }

    public void WriteMembers(SourceWriter writer)
    {
        if (!spec.Inference)
        {
            WritePlainRuns(writer);
        }

        FieldText.WriteRun(writer, Module, "_netgenReference");
    }

    private void WritePlainRuns(SourceWriter writer)
    {
        var names = SurfaceNames.Inputs(spec);
        var inputs = spec.Inputs.Select((input, index) => (Name: names[index], input.Shape)).ToList();
        var parameters = string.Join(", ", inputs.Select(input => $"global::System.ReadOnlySpan<{_tokens.TypeOf(inputs.IndexOf(input))}> {input.Name}"));
        var batches = string.Join(", ", inputs.Select((input, index) => $"NetGenCore.Batch({string.Join(", ", input.Shape.Dims.Select(dim => Inv($"{dim}")).Prepend(_tokens.Values[index]))})"));
        var results = Module.Forward.Outputs.Count == 1 ? [] : SurfaceNames.Results(spec);
        var local = new UniqueNames(names.Select(name => name.TrimStart('@'))).Add("outputs", "");
        writer.Line("/// <summary>");
        writer.Line($"/// Predicts a batch by running {(spec.Body is null ? "the layers" : "<c>Forward</c> itself, where breakpoints are hit,")} operation by operation, unfused: slow, for the debugger and for tests.");
        writer.Line("/// </summary>");
        WriteInputs(writer, inputs);
        writer.Line("/// <returns>What Predict returns.</returns>");
        using (writer.Block($"public {(results.Count == 0 ? $"{T}[]" : $"({string.Join(", ", results.Select(name => $"{T}[] {name}"))})")} PredictUnfused({parameters})"))
        {
            WriteTokens(writer);
            writer.Line("_netgenReference.Refresh();");
            writer.Line($"var {local} = NetGenReference.Link(((global::NetGen.Runtime.IModule)this).Run([{batches}]));");
            writer.Line(results.Count == 0
                ? $"return NetGenCore.Values({local}[0]);"
                : $"return ({string.Join(", ", results.Select((_, index) => Inv($"NetGenCore.Values({local}[{index}])")))});");
        }

        writer.Line();
        writer.Line("/// <summary>Every named value of a prediction, computed plainly: inputs, what each layer yields, the local variables of <c>Forward</c>.</summary>");
        WriteInputs(writer, inputs);
        writer.Line("/// <returns>The values by name, in order.</returns>");
        using (writer.Block($"public global::NetGen.PredictionTrace Trace({parameters})"))
        {
            WriteTokens(writer);
            writer.Line($"global::NetGen.Tensor[] batches = [{batches}];");
            writer.Line("return new global::NetGen.PredictionTrace(record => NetGenReference.Trace(_netgenReference, batches, record));");
        }

        writer.Line();
        writer.Line($"{TracedHeader} => new(record => NetGenReference.Trace(_netgenReference, inputs, record));");
        writer.Line();
    }

    private void WriteFields(SourceWriter writer, string scope)
    {
        foreach (var line in FieldText.Fill(Module, scope))
        {
            writer.Line(line);
        }
    }

    private void WriteTokens(SourceWriter writer)
    {
        foreach (var line in _tokens.Lines().Split(['\n'], System.StringSplitOptions.RemoveEmptyEntries))
        {
            writer.Line(line.Trim());
        }
    }

    private void WriteInputs(SourceWriter writer, IEnumerable<(string Name, Shape Shape)> inputs)
    {
        foreach (var (name, index) in inputs.Select((input, index) => (input.Name, index)))
        {
            writer.Line($"/// <param name=\"{name.TrimStart('@')}\">{_tokens.Describe(index)}</param>");
        }
    }
}
