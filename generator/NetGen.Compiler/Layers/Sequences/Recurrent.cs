using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers.Sequences;

/// <summary>
/// A recurrent layer: <c>torch.nn.RNN</c>, <c>LSTM</c> or <c>GRU</c>. What the input contributes is one product for all steps; the rest is a scan. Back-propagation through time is not
/// written here: it is the scan's derivative.
/// </summary>
internal sealed class Recurrent(string kind, Func<LayerSpec, RecurrentCell> cellOf) : LayerDefinition
{
    private const int MaxUnits = 1 << 14;
    private const int MaxLayers = 64;

    public override string Kind => kind;

    public override bool MixesFeatures => true;

    public override bool TakesMask => true;

    public override bool KeepsPositions(LayerSpec layer) => Sequences(layer);

    public override string Describe(LayerSpec layer) => Signature(layer).Insert(Signature(layer).LastIndexOf(')'),
        (Rate(layer) > 0 ? ", Dropout = " + NumberText.Shortest(Rate(layer)) : "") + (Stateful(layer) ? ", Stateful" : ""));

    public override string Signature(LayerSpec layer) => Inv($"{kind}({Units(layer)}")
        + (layer.Flag("ReLU", false) ? ", ReLU" : "")
        + (Layers(layer) == 1 ? "" : Inv($", Layers = {Layers(layer)}")) + (Sequences(layer) ? ", ReturnSequences" : "") + (Bidirectional(layer) ? ", Bidirectional" : "")
        + (Bias(layer) ? ")" : ", Bias = false)");

    public override LayerOutline Outline(LayerSpec layer, Shape input)
    {
        var (units, layers) = (Units(layer), Layers(layer));
        if (SequenceShape.Refuse(kind, input) is { } refusal)
        {
            return refusal;
        }

        if (units is < 1 or > MaxUnits)
        {
            return LayerOutline.Refuse("NG0005", "Units", Inv($"{kind} has from 1 to {MaxUnits} units, not {units}"));
        }

        if (layers is < 1 or > MaxLayers)
        {
            return LayerOutline.Refuse("NG0005", "Layers", Inv($"{kind} has from 1 to {MaxLayers} layers on top of each other, not {layers}"));
        }

        if (!(Rate(layer) is >= 0 and < 1))
        {
            return LayerOutline.Refuse("NG0005", "Dropout", Inv($"Dropout drops with a rate from 0 up to, but not including, 1, not {Rate(layer)}"));
        }

        if (Rate(layer) > 0 && layers == 1)
        {
            return LayerOutline.Refuse("NG0005", "Dropout", Inv($"Dropout of {kind} drops what one of its layers hands to the next, but Layers is 1; put [Dropout({Rate(layer)})] behind it to drop what it yields"));
        }

        if (Stateful(layer) && Bidirectional(layer))
        {
            return LayerOutline.Refuse("NG0005", "Stateful", $"{kind} begins at the end of its window too, where the window before has left no state; Stateful does without Bidirectional");
        }

        var rows = cellOf(layer).Gates * units;
        var width = Directions(layer) * units;
        if ((long)rows * Math.Max(input.Last, width) > int.MaxValue / 16)
        {
            return LayerOutline.Refuse("NG0005", "Units", Inv($"{kind}({units}) on {input.Last} features needs {(long)rows * Math.Max(input.Last, width)} weights in one matrix; one matrix holds at most {int.MaxValue / 16}"));
        }

        var parameters = new List<ParameterSpec>();
        var flops = 0L;
        foreach (var (suffix, index) in Passes(layer))
        {
            var features = index == 0 ? input.Last : width;

            // U(−1/√units, 1/√units), as in PyTorch.
            ParameterSpec Of(string name, params int[] dims) => layer.Init == Initializer.Default
                ? new ParameterSpec(name + suffix, new Shape(dims), Initializer.LeCunUniform, units, units) { Gain = 1 / Math.Sqrt(3) }
                : new ParameterSpec(name + suffix, new Shape(dims), dims.Length == 2 ? layer.Init : Initializer.Zeros, dims.Length == 2 ? dims[1] : units, units);
            parameters.Add(Of("weight_ih", rows, features));
            parameters.Add(Of("weight_hh", rows, units));
            if (Bias(layer))
            {
                parameters.Add(Of("bias_ih", rows));
                parameters.Add(Of("bias_hh", rows));
            }

            flops += input[0] * ((2L * rows * (features + units)) + (10L * rows));
        }

        return new LayerOutline(Sequences(layer) ? new Shape(input[0], width) : new Shape(width), new EquatableArray<ParameterSpec>(parameters), flops);
    }

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x)
    {
        var graph = lowering.Graph;
        x = graph.BroadcastTo(x, x.Type with { Batched = true });
        var last = Layers(layer) - 1;
        for (var index = 0; index <= last; index++)
        {
            var whole = index < last || Sequences(layer);
            var parts = Passes(layer).Where(pass => pass.Layer == index).Select(pass => Pass(lowering, layer, x, pass.Suffix, whole)).ToList();
            x = graph.Concat(whole ? 1 : 0, parts);
            if (lowering.Training && Rate(layer) > 0 && index < last)
            {
                x = graph.Multiply(x, graph.RandomMask(x.Type, Rate(layer), index == 0 ? lowering.Stream : lowering.NextStream()));
            }
        }

        return x;
    }

    /// <summary>One layer in one direction: all outputs, or the last one.</summary>
    private Node Pass(LayerLowering lowering, LayerSpec layer, Node x, string suffix, bool whole)
    {
        var (graph, cell, units) = (lowering.Graph, cellOf(layer), Units(layer));
        var projected = graph.MatMul(x, lowering.Parameter("weight_ih" + suffix), transposeRight: true);
        var weight = lowering.Parameter("weight_hh" + suffix);
        var own = Bias(layer) && cell.HasOwnBias ? lowering.Parameter("bias_hh" + suffix) : null;
        if (Bias(layer))
        {
            var bias = lowering.Parameter("bias_ih" + suffix);
            projected = graph.Add(projected, own is null ? graph.Add(bias, lowering.Parameter("bias_hh" + suffix)) : bias);
        }

        var shape = new Shape(units);
        var states = Enumerable.Range(0, cell.States).Select(_ => (shape, Stateful(layer) ? lowering.Windows.Begin(graph, shape) : null)).ToList();
        Node? output = null;
        var mask = lowering.Mask;
        var scan = graph.Scan(mask is null ? [projected] : [projected, MaskedSteps.Sequence(graph, mask)], states, suffix.EndsWith("reverse", StringComparison.Ordinal), (step, inputs, before) =>
        {
            var recurrent = step.MatMul(before[0], Within(step, weight), transposeRight: true);
            var next = cell.Step(step, inputs[0], own is null ? recurrent : step.Add(recurrent, Within(step, own)), before);
            output = next[0];
            if (mask is null)
            {
                return next;
            }

            output = whole ? MaskedSteps.Choose(step, inputs[1], next[0]) : null;
            return [.. next.Zip(before, (after, old) => MaskedSteps.Choose(step, inputs[1], after, old))];
        });
        if (Stateful(layer))
        {
            lowering.Windows.Leave(graph, scan);
        }

        return whole ? graph.Stacked(scan, output!) : graph.Final(scan, 0);
    }

    private static Node Within(GraphBuilder graph, Node parameter) => graph.Parameter(((ParameterOperation)parameter.Operation).Index, parameter.Type.Shape, parameter.Origin);

    /// <summary>Layer by layer, forwards and perhaps backwards, with PyTorch's suffixes.</summary>
    private static IEnumerable<(string Suffix, int Layer)> Passes(LayerSpec layer)
    {
        for (var index = 0; index < Layers(layer); index++)
        {
            yield return (Inv($"_l{index}"), index);
            if (Bidirectional(layer))
            {
                yield return (Inv($"_l{index}_reverse"), index);
            }
        }
    }

    private static int Units(LayerSpec layer) => layer.Int("Units", 0);

    private static int Layers(LayerSpec layer) => layer.Int("Layers", 1);

    private static bool Sequences(LayerSpec layer) => layer.Flag("ReturnSequences", false);

    private static bool Bidirectional(LayerSpec layer) => layer.Flag("Bidirectional", false);

    private static int Directions(LayerSpec layer) => Bidirectional(layer) ? 2 : 1;

    private static bool Stateful(LayerSpec layer) => layer.Flag("Stateful", false);

    private static double Rate(LayerSpec layer) => layer.Number("Dropout", 0);

    private static bool Bias(LayerSpec layer) => layer.Flag("Bias", true);
}
