using System.Globalization;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Shapes;

/// <summary>Shape inference: a fold of the layers over the input's shape.</summary>
public static class ShapeFold
{
    /// <summary>More values per sample than this cannot be addressed with room for a batch.</summary>
    private const long MaxValues = 1 << 24;

    public static ShapedNetwork Run(NetworkSpec spec)
    {
        var problems = new List<Problem>();
        var layers = new List<LayerShape>();
        if (!Enum.IsDefined(typeof(Precision), spec.Precision))
        {
            problems.Add(new Problem("NG0005", Problem.Class, "Precision", Inv($"Precision is Single or Double, not {(int)spec.Precision}")));
            return Done(spec, layers, new Shape(), problems);
        }

        if (CheckInput(spec) is { } complaint)
        {
            problems.Add(new Problem(complaint.Id, complaint.Argument is null ? Problem.Class : Problem.Input, complaint.Argument, complaint.Message));
            return Done(spec, layers, new Shape(), problems);
        }

        var shape = spec.Inputs[0].Shape;
        var names = NamesOf(spec);
        var parameters = 0;
        for (var i = 0; i < spec.Layers.Count; i++)
        {
            var layer = spec.Layers[i];
            var definition = LayerCatalog.Find(layer.Kind);
            var outline = Refusal(definition, layer, names, i) ?? definition!.Outline(layer, shape);
            if (outline.Complaint is null && outline.Output.Count > MaxValues)
            {
                outline = LayerOutline.Refuse("NG0005", null, Inv($"{layer.Kind} makes {outline.Output.Count} values per sample; at most {MaxValues} are supported"));
            }

            if (outline.Complaint is { } problem)
            {
                var message = problem.Id.StartsWith("NG1", StringComparison.Ordinal) ? problem.Message + "; trail: " + Trail(spec, layers) : problem.Message;
                problems.Add(new Problem(problem.Id, i, problem.Argument, message));
                return Done(spec, layers, shape, problems);
            }

            var resolved = outline.Parameters.Select(parameter =>
                parameter.Init == Initializer.Default ? parameter with { Init = DefaultInitializer.Resolve(spec, i) } : parameter);
            layers.Add(new LayerShape(i, names[i], layer.Kind, definition!.Describe(layer), shape, outline.Output,
                new EquatableArray<ParameterSpec>(resolved), parameters, outline.Flops));
            parameters += outline.Parameters.Count;
            shape = outline.Output;
        }

        if (layers.Sum(layer => layer.ParameterCount) > int.MaxValue / 16)
        {
            problems.Add(new Problem("NG0005", Problem.Class, null, Inv($"the network has {layers.Sum(layer => layer.ParameterCount)} parameters; at most {int.MaxValue / 16} are supported")));
        }

        CheckLoss(spec, shape, layers, problems);
        return Done(spec, layers, shape, problems);
    }

    /// <summary>What keeps a layer from being looked at at all, whatever its input: an unknown kind, a bad name.</summary>
    private static LayerOutline? Refusal(LayerDefinition? definition, LayerSpec layer, string[] names, int index)
    {
        if (definition is null)
        {
            return LayerOutline.Refuse("NG0005", null, $"'{layer.Kind}' is not a layer that this version of NetGen knows");
        }

        if (CommonArguments.Check(layer) is { } complaint)
        {
            return LayerOutline.Refuse(complaint.Id, complaint.Argument, complaint.Message);
        }

        return names.Take(index).Contains(names[index])
            ? LayerOutline.Refuse("NG0006", "Name", $"two layers are named '{names[index]}'; parameters are found by name, so give one of them another Name")
            : null;
    }

    private static void CheckLoss(NetworkSpec spec, Shape output, List<LayerShape> layers, List<Problem> problems)
    {
        if (spec.Loss is not { } loss)
        {
            return;
        }

        var definition = LayerCatalog.FindLoss(loss.Kind);
        var complaint = definition is null
            ? new Complaint("NG0005", null, $"'{loss.Kind}' is not a loss that this version of NetGen knows")
            : definition.Check(loss, output);
        if (complaint is not null)
        {
            var message = complaint.Id.StartsWith("NG1", StringComparison.Ordinal) ? complaint.Message + "; trail: " + Trail(spec, layers) : complaint.Message;
            problems.Add(new Problem(complaint.Id, spec.Layers.Count, complaint.Argument, message));
        }
    }

    private static Complaint? CheckInput(NetworkSpec spec)
    {
        if (spec.Inputs.Count != 1)
        {
            return new Complaint("NG0005", null, Inv($"a stack of layers needs exactly one [Input(…)], but {spec.Inputs.Count} are declared"));
        }

        var input = spec.Inputs[0].Shape;
        return input.Rank is >= 1 and <= 8 && input.Dims.All(dim => dim >= 1) && input.Count <= MaxValues
            ? null
            : new Complaint("NG0005", "Dims", Inv($"Input needs 1 to 8 positive dimensions with at most {MaxValues} values, not ({string.Join(", ", input.Dims)})"));
    }

    /// <summary>A layer is named by its user, or by its kind and its 1-based position among its kind.</summary>
    private static string[] NamesOf(NetworkSpec spec)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        return spec.Layers.Select(layer =>
        {
            var count = counts.TryGetValue(layer.Kind, out var seen) ? seen + 1 : 1;
            counts[layer.Kind] = count;
            return layer.Name ?? layer.Kind.ToLowerInvariant() + count.ToString(CultureInfo.InvariantCulture);
        }).ToArray();
    }

    private static string Trail(NetworkSpec spec, List<LayerShape> layers) =>
        string.Join(" → ", new[] { "Input " + spec.Inputs[0].Shape }.Concat(layers.Select(layer => layer.Description + " " + layer.Output)));

    private static ShapedNetwork Done(NetworkSpec spec, List<LayerShape> layers, Shape output, List<Problem> problems) =>
        new(spec, new EquatableArray<LayerShape>(layers), output, new EquatableArray<Problem>(problems));
}
