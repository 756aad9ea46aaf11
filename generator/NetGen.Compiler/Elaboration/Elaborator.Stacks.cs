using System.Globalization;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Elaboration;

/// <content>Stacks of layers, with blocks among them.</content>
internal sealed partial class Elaborator
{
    /// <param name="scope">The module that the stack belongs to.</param>
    /// <param name="field">The field that carries it; null or empty for the class itself.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="x">What goes in.</param>
    /// <param name="origin">How messages call that.</param>
    /// <param name="path">The place of the stack in the declaration.</param>
    private Node ApplyStack(Scope scope, string? field, EquatableArray<LayerSpec> layers, Node x, string origin, EquatableArray<int> path)
    {
        var trail = new List<string> { $"{origin} {x.Type.Shape}" };
        var names = StackNames.Of(layers);
        var log = new StackLog(scope.Prefix + field, x);
        KeepForPrinting(x);
        for (var i = 0; i < layers.Count; i++)
        {
            var layer = scope.Holes.Fill(layers[i]);
            var name = scope.Prefix + (string.IsNullOrEmpty(field) ? "" : field + ".") + names[i];
            var before = x;
            log.Remark = null;
            try
            {
                x = Refusal(layer, names, i) is { } complaint ? throw new StepRefused(complaint)
                    : layer.Kind == "Recurrent" ? ApplyCell(scope, layer, name, new(path.Append(i)), x, log)
                    : layer.Kind is "Block" or "Residual" ? ApplyBlocks(scope, layer, name, new(path.Append(i)), x, log)
                    : ApplyLayer(scope, layers, i, layer, name, new(path.Append(i)), x, log);
            }
            catch (StepRefused refused)
            {
                throw new ProblemFound(At(i, refused.Complaint));
            }

            if (log.Remark is { } remark)
            {
                AddNew(_remarks, [At(i, remark)]);
            }

            var index = i;
            ShowLayer(scope, layer, name, before, x, complaint => At(index, complaint));

            trail.Add(Describe(layer) + " " + x.Type.Shape);
        }

        Remember(log);
        return x;

        Problem At(int index, Complaint complaint)
        {
            var message = complaint.Message + (complaint.Id.StartsWith("NG1", StringComparison.Ordinal) ? "; trail: " + string.Join(" → ", trail) : "");
            return new Problem(complaint.Id, index, complaint.Argument, message + InUse(scope)) { Module = scope.Key, Field = string.IsNullOrEmpty(field) ? null : field, Use = UseOf(scope), Cure = complaint.Cure, Instead = complaint.Instead };
        }
    }

    private void KeepForPrinting(Node node)
    {
        if (_graph.KeepsStackInputs)
        {
            _graph.Keep(node);
        }
    }

    private void Remember(StackLog log)
    {
        if (!_stacks.Exists(stack => stack.Name == log.Name && stack.Input.Type == log.Input.Type && _masks.Of(stack.Input) is null == _masks.Of(log.Input) is null))
        {
            _stacks.Add(new AppliedStack(log.Name, log.Input, log.Parts));
        }
    }

    private Node ApplyLayer(Scope scope, EquatableArray<LayerSpec> stack, int index, LayerSpec layer, string name, EquatableArray<int> path, Node x, StackLog log)
    {
        layer = TokenRange.Complete(layer, x);
        var definition = Definition(layer)!;
        var shape = x.Type.Shape;
        var outline = definition.Outline(layer, shape);
        if (outline.Complaint is null && outline.Output.Count > ShapeFold.MaxValues)
        {
            outline = LayerOutline.Refuse("NG0005", null, Inv($"{layer.Kind} makes {outline.Output.Count} values per sample; at most {ShapeFold.MaxValues} are supported"));
        }

        if (outline.Complaint is { } complaint)
        {
            throw new StepRefused(complaint);
        }

        if (definition is Layers.Sequences.Recurrent)
        {
            DemandNoCell();
        }

        if (_isInCell && layer.Kind == "Masking")
        {
            throw new StepRefused("NG0005", "Masking says which positions a recurrence or an attention passes over; within a step of a recurrence it is too late: put it before the recurrence");
        }

        if (_isInCell && outline.Buffers.Count > 0)
        {
            throw new StepRefused("NG0005", $"{layer.Kind} gathers statistics over the batch, which a step of a recurrence cannot: put it before or behind the recurrence, or use LayerNorm");
        }

        log.Remark = outline.Remark;
        _smallestBatch = Math.Max(_smallestBatch, outline.SmallestBatch);
        var parameters = outline.Parameters.Select(parameter =>
            parameter.Init == Initializer.Default ? parameter with { Init = DefaultInitializer.Resolve(stack, index) } : parameter).ToList();
        foreach (var buffer in outline.Buffers)
        {
            _buffers.Declare(new NamedParameter(name + "." + buffer.Name, buffer, false));
        }

        _graph.Origin = name;
        var before = _graph.Nodes.Count;
        var lowering = new LayerLowering(_graph, _training, NextStream(), Get)
        {
            Buffer = buffer => _buffers.Get(_graph, name + "." + buffer),
            Update = (buffer, value) => _buffers.Update(name + "." + buffer, value),
            Mask = definition.TakesMask ? _masks.Demand(layer.Kind, x) : _masks.Of(x),
            NextStream = NextStream,
            Windows = _windows,
        };
        var result = definition.Lower(lowering, layer, x);
        _masks.Layer(definition, layer, name, x, result);
        AddLayer(new LayerShape(0, name, layer.Kind, definition.Describe(layer), shape, outline.Output, new EquatableArray<ParameterSpec>(parameters), outline.Flops), before);
        _log.Layer(name, definition, layer, parameters, x, result);
        log.Parts.Add(new AppliedPart(name, definition.Describe(layer), null, x, result));
        return result;

        Node Get(string parameter)
        {
            var position = parameters.FindIndex(candidate => candidate.Name == parameter);
            return _parameters.Get(_graph, new NamedParameter(name + "." + parameter, parameters[position], scope.Frozen || layer.Frozen), new(path.Append(position)));
        }
    }

    /// <summary>A block, or several of them one after the other.</summary>
    private Node ApplyBlocks(Scope scope, LayerSpec use, string name, EquatableArray<int> path, Node x, StackLog log)
    {
        var repeat = use.Int("Repeat", 1);
        if (repeat is < 1 or > MaxRepeat)
        {
            throw new StepRefused(new Complaint("NG0005", "Repeat", Inv($"Repeat is from 1 to {MaxRepeat}, not {repeat}")));
        }

        if (use.Find("Repeat") is null)
        {
            return ApplyBlock(scope, use, name, path, x, log);
        }

        for (var i = 0; i < repeat; i++)
        {
            x = ApplyBlock(scope, use, Inv($"{name}.{i}"), new(path.Append(i)), x, log);
        }

        return x;
    }

    private Node ApplyBlock(Scope scope, LayerSpec use, string name, EquatableArray<int> path, Node x, StackLog log)
    {
        var result = Block(scope, use, name, path, x);
        KeepForPrinting(result);
        log.Parts.Add(new AppliedPart(name, Describe(use), use, x, result));
        return result;
    }

    private Node Block(Scope scope, LayerSpec use, string name, EquatableArray<int> path, Node x)
    {
        var outputs = CallModule(scope, use, name, path, [x]);
        if (outputs.Length != 1)
        {
            throw new StepRefused("NG0005", Inv($"'{Short(use.Find("Module")!.Text!)}' yields {outputs.Length} tensors; a layer yields one, so declare a field of its type and call its Forward"));
        }

        if (use.Kind != "Residual")
        {
            return outputs[0];
        }

        if (outputs[0].Type != x.Type)
        {
            throw new StepRefused(new Complaint("NG1006", null, $"a residual adds its input {x.Type.Shape} to what '{Short(use.Find("Module")!.Text!)}' makes of it, which has shape {outputs[0].Type.Shape}: both need the same shape")
            {
                Cure = Projection(x.Type.Shape, outputs[0].Type.Shape),
            });
        }

        _graph.Origin = name;
        var sum = _graph.Add(x, outputs[0]);
        _masks.Pass(x, sum);
        _log.Residual(name, x, outputs[0], sum);
        ShowSum([x, outputs[0]], sum);
        return sum;
    }

    /// <summary>What brings an input to the width of the branch, where nothing else differs. A branch that moves in strides would shrink its new input again.</summary>
    private static string? Projection(Shape input, Shape branch) => (input.Rank, branch.Rank) switch
    {
        (1, 1) => Inv($"Dense({branch[0]}, Bias = false)"),
        (2, 2) when input[0] == branch[0] => Inv($"Dense({branch[1]}, Bias = false)"),
        (3, 3) when input[1] == branch[1] && input[2] == branch[2] => Inv($"Conv2D({branch[0]}, 1, Bias = false)"),
        _ => null,
    };

    /// <summary>What keeps a layer from being looked at at all, whatever its input: an unknown kind, a bad name.</summary>
    private Complaint? Refusal(LayerSpec layer, string[] names, int index)
    {
        if (layer.Kind is not ("Block" or "Residual" or "Recurrent") && Definition(layer) is null)
        {
            return layer.Kind == "Apply"
                ? new Complaint("NG0005", "Function", $"'{layer.Find("Function")?.Text}' is not an [Elementwise] function")
                : new Complaint("NG0005", null, $"'{layer.Kind}' is not a layer that this version of NetGen knows");
        }

        return CommonArguments.Check(layer) is { } complaint ? complaint
            : names.Take(index).Contains(names[index])
                ? new Complaint("NG0006", "Name", $"two layers are named '{names[index]}'; parameters are found by name, so give one of them another Name")
                : null;
    }

    private LayerDefinition? Definition(LayerSpec layer) => layer.Kind != "Apply"
        ? LayerCatalog.Find(layer.Kind)
        : _spec.Functions.FirstOrDefault(function => function.Key == layer.Find("Function")?.Text) is { } function ? new AppliedFunction(function) : null;

    private string Describe(LayerSpec layer) => layer.Kind is "Block" or "Residual" or "Recurrent"
        ? $"{layer.Kind}<{Short(layer.Find("Module")?.Text ?? "")}>"
        : Definition(layer)!.Describe(layer);

    private const int MaxRepeat = 1000;

    /// <summary>What a stack did so far.</summary>
    private sealed record StackLog(string Name, Node Input)
    {
        public List<AppliedPart> Parts { get; } = [];

        /// <summary>What the last layer is warned of.</summary>
        public Complaint? Remark { get; set; }
    }
}

/// <summary>The names of the layers of a stack: the user's, or kind and 1-based position among its kind.</summary>
internal static class StackNames
{
    public static string[] Of(EquatableArray<LayerSpec> layers)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. layers.Select(layer =>
        {
            var count = counts.TryGetValue(layer.Kind, out var seen) ? seen + 1 : 1;
            counts[layer.Kind] = count;
            return layer.Name ?? layer.Kind.ToLowerInvariant() + count.ToString(CultureInfo.InvariantCulture);
        })];
    }
}
