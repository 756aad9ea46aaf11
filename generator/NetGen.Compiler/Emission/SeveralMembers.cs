using NetGen.Compiler.Model;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the members of a network with several inputs, outputs or losses: one span for each, in the order of the declaration.</summary>
internal sealed class SeveralMembers(NetworkSpec spec)
{
    private const string Read = "global::System.ReadOnlySpan";
    private const string Span = "global::System.Span";

    private readonly IReadOnlyList<string> _inputs = SurfaceNames.Inputs(spec);
    private readonly IReadOnlyList<string> _outputs = SurfaceNames.Outputs(spec);
    private readonly IReadOnlyList<(int Loss, string Name, bool Labels)> _targets = SurfaceNames.Targets(spec);

    private string T => spec.Precision == Precision.Single ? "float" : "double";

    private string Given => string.Join(", ", _inputs.Select(name => $"{Read}<{T}> {name}"));

    private string GivenWithTargets => string.Join(", ", _targets.Select(target => $"{Read}<{(target.Labels ? "int" : T)}> {target.Name}").Prepend(Given));

    private string InputList => List("SpanList", T, _inputs);

    private string Samples => $"{InputList}, {List("SpanList", "int", [.. _targets.Where(target => target.Labels).Select(target => target.Name)])}, {List("SpanList", T, [.. _targets.Where(target => !target.Labels).Select(target => target.Name)])}";

    private IReadOnlyList<(string, string)> InputTexts => [.. _inputs.Select((name, index) => (name.TrimStart('@'), $"One sample of shape {spec.Inputs[index].Shape} after the other, row-major."))];

    private IReadOnlyList<(string, string)> SampleTexts =>
        [.. InputTexts, .. _targets.Select(target => (target.Name.TrimStart('@'), target.Labels ? "A class per sample or position, from 0." : "The targets, sample after sample."))];

    public void Write(SourceWriter writer, SurfaceBodies bodies)
    {
        WritePrediction(writer, bodies);
        WriteBackward(writer, bodies);
        if (spec.Losses.Count > 0)
        {
            WriteTraining(writer, bodies);
        }
    }

    private void WritePrediction(SourceWriter writer, SurfaceBodies bodies)
    {
        var written = _outputs.Select(name => (name.TrimStart('@'), "The output of each sample, overwritten."));
        SurfaceMembers.Member(writer, $"Predicts a batch without allocating. {bodies.Threads}", [.. InputTexts, .. written], null,
            $"public void Predict({Given}, {string.Join(", ", _outputs.Select(name => $"{Span}<{T}> {name}"))}) => {bodies.Call($"Predict({InputList}, {List("WritableSpanList", T, _outputs)})")};");
        var result = _outputs.Count == 1 ? $"{T}[]" : $"({string.Join(", ", SurfaceNames.Results(spec).Select(name => $"{T}[] {name}"))})";
        var local = new UniqueNames(_inputs).Add("outputs", "");
        var arrays = string.Join(", ", _outputs.Select((_, index) => Inv($"{local}[{index}]")));
        SurfaceMembers.Member(writer, $"Predicts a batch. {bodies.Threads}", InputTexts, "The outputs, sample after sample.",
            bodies.IsBroken
                ? $"public {result} Predict({Given}) => {bodies.Call("")};"
                : $"public {result} Predict({Given})\n{{\n    var {local} = {bodies.Call($"PredictAll({InputList})")};\n    return {(_outputs.Count == 1 ? arrays : $"({arrays})")};\n}}");
    }

    private void WriteBackward(SourceWriter writer, SurfaceBodies bodies)
    {
        var given = _outputs.Select(name => name.TrimStart('@') + "Gradients").ToList();
        var inputs = InputGradients;
        SurfaceMembers.Member(writer, "The product of gradients from elsewhere with the derivative of what Predict computes.",
            [.. InputTexts, .. given.Select(name => (name, "The gradient by each value of that output.")), SurfaceMembers.Gradients, .. inputs.Select(InputGradientText)], null,
            $"public void Backward({Given}, {string.Join(", ", given.Select(name => $"{Read}<{T}> {name}"))}, {Span}<{T}> gradients{Optional(inputs)}) => {bodies.Call($"Backward({InputList}, {List("SpanList", T, given)}, gradients, {List("WritableSpanList", T, inputs)})")};");
    }

    private void WriteTraining(SourceWriter writer, SurfaceBodies bodies)
    {
        var weights = ("sampleWeights", "A weight per sample, not negative; or empty.");
        var optimizer = ("optimizer", "Belongs to this network from the first step on.");
        var inputs = InputGradients;
        foreach (var weighted in new[] { false, true })
        {
            var given = GivenWithTargets + (weighted ? $", {Read}<{T}> sampleWeights" : "");
            var samples = $"{Samples}, {(weighted ? "sampleWeights" : "[]")}";
            IReadOnlyList<(string, string)> texts = weighted ? [.. SampleTexts, weights] : SampleTexts;
            var mean = weighted ? "weighted mean loss" : "mean loss";
            SurfaceMembers.Member(writer, $"The {mean} over a batch, the sum of all losses, in evaluation mode.", texts, "The loss.",
                $"public {T} Loss({given}) => {bodies.Call($"Loss({samples})")};");
            // Numbers of arguments tell the overloads apart: arrays convert to any span.
            foreach (var byInputs in weighted ? new[] { true } : [false, true])
            {
                IReadOnlyList<string> wanted = byInputs ? inputs : [];
                SurfaceMembers.Member(writer, $"The gradient of the {mean}{(byInputs ? " by parameters and inputs" : "")}, in training mode. Changes nothing else: a following Step draws the same random numbers.",
                    [.. texts, SurfaceMembers.Gradients, .. wanted.Select(InputGradientText)], "The loss.",
                    $"public {T} Gradient({given}, {Span}<{T}> gradients{string.Concat(wanted.Select(name => $", {Span}<{T}> {name}"))}) => {bodies.Call($"Gradient({samples}, gradients, {List("WritableSpanList", T, wanted)})")};");
            }

            SurfaceMembers.Member(writer, weighted ? "One training step on weighted samples." : "One training step: forward, backward and update, fused; allocates nothing after the first call.",
                [.. texts, optimizer], "The loss before the update.",
                $"public {T} Step({given}, global::NetGen.Optimizer optimizer) => {bodies.Call($"Step({samples}, optimizer)")};");
        }
    }

    private IReadOnlyList<string> InputGradients => [.. _inputs.Select(name => _inputs.Count == 1 ? "inputGradients" : name.TrimStart('@') + "Gradients")];

    private string Optional(IReadOnlyList<string> names) => string.Concat(names.Select(name => $", {Span}<{T}> {name} = default"));

    private static (string, string) InputGradientText(string name) => (name, "The gradient by each value of that input, overwritten; or empty.");

    private static string List(string type, string element, IReadOnlyList<string> names) => names.Count == 0
        ? "default"
        : $"new global::NetGen.Runtime.{type}<{element}>({string.Join(", ", names)})";
}
