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

    /// <summary>The parameters that take gradients by the inputs.</summary>
    private readonly IReadOnlyList<string> _inputGradients = Distinct(
        SurfaceNames.Inputs(spec).Select(name => spec.Inputs.Count <= 1 ? "inputGradients" : name.TrimStart('@') + "Gradients"),
        [.. SurfaceNames.Inputs(spec), .. SurfaceNames.Targets(spec).Select(target => target.Name), "gradients", "sampleWeights"]);

    /// <summary>Those of them that there are: nothing lies between two tokens.</summary>
    private IReadOnlyList<string> Wanted => [.. _inputGradients.Where((_, index) => _tokens.TypeOf(index) == T)];

    /// <summary>The parameters that take gradients by the outputs.</summary>
    private IReadOnlyList<string> OutputGradients => Distinct(
        _outputs.Select(name => _outputs.Count == 1 ? "outputGradients" : name.TrimStart('@') + "Gradients"), [.. _inputs, .. _inputGradients, "gradients"]);

    private readonly TokenText _tokens = new(spec);

    private string T => spec.Precision == Precision.Single ? "float" : "double";

    private string Given => string.Join(", ", _inputs.Select((name, index) => $"{Read}<{_tokens.TypeOf(index)}> {name}"));

    private string GivenWithTargets => string.Join(", ", _targets.Select(target => $"{Read}<{(target.Labels ? "int" : T)}> {target.Name}").Prepend(Given));

    private string InputList => List("SpanList", T, _tokens.Values);

    private string Samples => $"{InputList}, {List("SpanList", "int", [.. _targets.Where(target => target.Labels).Select(target => target.Name)])}, {List("SpanList", T, [.. _targets.Where(target => !target.Labels).Select(target => target.Name)])}";

    private IReadOnlyList<(string, string)> InputTexts => [.. _inputs.Select((name, index) => (name.TrimStart('@'), _tokens.Describe(index)))];

    private IReadOnlyList<(string, string)> SampleTexts =>
        [.. InputTexts, .. _targets.Select(target => (target.Name.TrimStart('@'), target.Labels ? "A class per sample or position, from 0." : "The targets, sample after sample."))];

    public void Write(SourceWriter writer, SurfaceBodies bodies)
    {
        WritePrediction(writer, bodies);
        if (spec.Inference)
        {
            return;
        }

        WriteBackward(writer, bodies);
        if (Wanted.Count > 0)
        {
            WriteInputGradient(writer, bodies);
        }

        if (spec.Losses.Count > 0)
        {
            WriteTraining(writer, bodies);
        }
    }

    private void WritePrediction(SourceWriter writer, SurfaceBodies bodies)
    {
        var written = _outputs.Select(name => (name.TrimStart('@'), "The output of each sample, overwritten."));
        SurfaceMembers.Member(writer, $"Predicts a batch without allocating. {bodies.Threads}", [.. InputTexts, .. written], null,
            Of(bodies, $"public void Predict({Given}, {string.Join(", ", _outputs.Select(name => $"{Span}<{T}> {name}"))})", $"Predict({InputList}, {List("WritableSpanList", T, _outputs)})"));
        var result = _outputs.Count == 1 ? $"{T}[]" : $"({string.Join(", ", SurfaceNames.Results(spec).Select(name => $"{T}[] {name}"))})";
        var local = new UniqueNames(_inputs).Add("outputs", "");
        var arrays = string.Join(", ", _outputs.Select((_, index) => Inv($"{local}[{index}]")));
        SurfaceMembers.Member(writer, $"Predicts a batch. {bodies.Threads}", InputTexts, "The outputs, sample after sample.",
            bodies.IsBroken
                ? $"public {result} Predict({Given}) => {bodies.Call("")};"
                : $"public {result} Predict({Given})\n{{\n{_tokens.Lines()}    var {local} = {bodies.Call($"PredictAll({InputList})")};\n    return {(_outputs.Count == 1 ? arrays : $"({arrays})")};\n}}");
    }

    private void WriteBackward(SourceWriter writer, SurfaceBodies bodies)
    {
        var (given, inputs) = (OutputGradients, Wanted);
        SurfaceMembers.Member(writer, "The product of gradients from elsewhere with the derivative of what Predict computes.",
            [.. InputTexts, .. given.Select(name => (name, "The gradient by each value of that output.")), SurfaceMembers.Gradients, .. inputs.Select(InputGradientText)], null,
            Of(bodies, $"public void Backward({Given}, {string.Join(", ", given.Select(name => $"{Read}<{T}> {name}"))}, {Span}<{T}> gradients{Optional(inputs)})", $"Backward({InputList}, {List("SpanList", T, given)}, gradients, {Slots(inputs)})"));
    }

    private void WriteInputGradient(SourceWriter writer, SurfaceBodies bodies)
    {
        var (given, inputs) = (OutputGradients, Wanted);
        var places = _inputGradients.Select((name, index) => (name, index)).Where(pair => inputs.Contains(pair.name)).Select(pair => pair.index);
        var choice = new UniqueNames(_inputs.Select(name => name.TrimStart('@')));
        var (output, value, local) = (choice.Add("output", ""), _outputs.Count == 1 ? "" : choice.Add("value", ""), choice.Add("all", ""));
        IReadOnlyList<(string, string)> texts = _outputs.Count == 1
            ? [.. InputTexts, (output, "Which value of the output, from 0.")]
            : [.. InputTexts, (output, $"Which output, from 0: {string.Join(", ", _outputs.Select(name => name.TrimStart('@')))}."), (value, "Which of its values, from 0.")];
        var which = _outputs.Count == 1 ? $"0, {output}" : $"{output}, {value}";
        var result = inputs.Count == 1 ? $"{T}[]" : $"({string.Join(", ", inputs.Select(name => $"{T}[] {name}"))})";
        var declaration = $"public {result} InputGradient({Given}, int {(_outputs.Count == 1 ? output : $"{output}, int {value}")})";
        SurfaceMembers.Member(writer, "The gradient of one value of one output of Predict by the inputs, sample by sample. Changes nothing; for one thread at a time.", texts, "One value per input value.",
            bodies.IsBroken ? $"{declaration} => {bodies.Call("")};"
            : inputs.Count == 1 && !_tokens.Any ? $"{declaration} => {bodies.Call($"InputGradientOf({InputList}, {which})")}[0];"
            : inputs.Count == 1 ? Inv($"{declaration}\n{{\n{_tokens.Lines()}    return {bodies.Call($"InputGradientOf({InputList}, {which})")}[{places.First()}];\n}}")
            : Inv($"{declaration}\n{{\n{_tokens.Lines()}    var {local} = {bodies.Call($"InputGradientOf({InputList}, {which})")};\n    return ({string.Join(", ", places.Select(index => Inv($"{local}[{index}]")))});\n}}"));
        SurfaceMembers.Member(writer, "The gradient of a weighted sum of Predict's outputs by the inputs, sample by sample, without allocating. Changes nothing; for one thread at a time.",
            [.. InputTexts, .. given.Select(name => (name, "The weight of each value of that output.")), .. inputs.Select(InputGradientText)], null,
            Of(bodies, $"public void InputGradient({Given}, {string.Join(", ", given.Select(name => $"{Read}<{T}> {name}"))}, {string.Join(", ", inputs.Select(name => $"{Span}<{T}> {name}"))})", $"InputGradient({InputList}, {List("SpanList", T, given)}, {Slots(inputs)})"));
    }

    private void WriteTraining(SourceWriter writer, SurfaceBodies bodies)
    {
        var weights = ("sampleWeights", "A weight per sample or, where all losses label the same positions, per position, not negative; or empty.");
        var optimizer = ("optimizer", "Belongs to this network from the first step on.");
        var inputs = Wanted;
        foreach (var weighted in new[] { false, true })
        {
            var given = GivenWithTargets + (weighted ? $", {Read}<{T}> sampleWeights" : "");
            var samples = $"{Samples}, {(weighted ? "sampleWeights" : "[]")}";
            IReadOnlyList<(string, string)> texts = weighted ? [.. SampleTexts, weights] : SampleTexts;
            var mean = weighted ? "weighted mean loss" : "mean loss";
            SurfaceMembers.Member(writer, $"The {mean} over a batch, the sum of all losses, in evaluation mode.", texts, "The loss.",
                Of(bodies, $"public {T} Loss({given})", $"Loss({samples})"));
            // Numbers of arguments tell the overloads apart: arrays convert to any span.
            foreach (var byInputs in inputs.Count == 0 ? new[] { false } : weighted ? [true] : [false, true])
            {
                IReadOnlyList<string> wanted = byInputs ? inputs : [];
                SurfaceMembers.Member(writer, $"The gradient of the {mean}{(byInputs ? " by parameters and inputs" : "")}, in training mode. Changes nothing else: a following Step draws the same random numbers.",
                    [.. texts, SurfaceMembers.Gradients, .. wanted.Select(InputGradientText)], "The loss.",
                    Of(bodies, $"public {T} Gradient({given}, {Span}<{T}> gradients{string.Concat(wanted.Select(name => $", {Span}<{T}> {name}"))})", $"Gradient({samples}, gradients, {Slots(wanted)})"));
            }

            SurfaceMembers.Member(writer, weighted ? "One training step on weighted samples." : "One training step: forward, backward and update, fused; allocates nothing after the first call.",
                [.. texts, optimizer], "The loss before the update.",
                Of(bodies, $"public {T} Step({given}, global::NetGen.Optimizer optimizer)", $"Step({samples}, optimizer)"));
        }
    }

    /// <summary>A member that calls one of the core.</summary>
    private string Of(SurfaceBodies bodies, string declaration, string call) => _tokens.Member(declaration, bodies.Call(call), bodies.IsBroken);

    /// <summary>A place for the gradient by each input, empty where there is none.</summary>
    private string Slots(IReadOnlyList<string> wanted) => List("WritableSpanList", T, wanted.Count == 0 ? [] : [.. _inputGradients.Select(name => wanted.Contains(name) ? name : "default")]);

    private string Optional(IReadOnlyList<string> names) => string.Concat(names.Select(name => $", {Span}<{T}> {name} = default"));

    private static List<string> Distinct(IEnumerable<string> names, IEnumerable<string> taken)
    {
        var unique = new UniqueNames(taken.Select(name => name.TrimStart('@')));
        return [.. names.Select(name => unique.Add(name, ""))];
    }

    private static (string, string) InputGradientText(string name) => (name, "The gradient by each value of that input, overwritten; or empty.");

    private static string List(string type, string element, IReadOnlyList<string> names) => names.Count == 0
        ? "default"
        : $"new global::NetGen.Runtime.{type}<{element}>({string.Join(", ", names)})";
}
