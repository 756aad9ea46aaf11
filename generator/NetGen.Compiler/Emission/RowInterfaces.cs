using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the interfaces of training and explaining for a network with several inputs, outputs or targets: there a sample is a row, all inputs one after the other, and
/// so are its outputs and its targets.
/// </summary>
internal sealed class RowInterfaces(NetworkSpec spec)
{
    private const string Explainable = "global::NetGen.IExplainable";
    private const string Read = "global::System.ReadOnlySpan";
    private const string Span = "global::System.Span";

    private readonly IReadOnlyList<(int Loss, string Name, bool Labels)> _targets = SurfaceNames.Targets(spec);

    private readonly TokenText _tokens = new(spec);

    private string T => spec.Precision == Precision.Single ? "float" : "double";

    /// <summary>Tokens alone are whole numbers; among values they are values.</summary>
    public string Input => spec.Inputs.All(input => input.IsTokens) ? "int" : T;

    /// <summary>Labels alone are whole numbers; among values, or without any, they are values.</summary>
    public string Target => _targets.Count > 0 && _targets.All(target => target.Labels) ? "int" : T;

    /// <summary>Whether there is a training loop: a data set has targets, so that a network without any is trained step by step.</summary>
    public bool IsTrainable => _targets.Count > 0 && !spec.Inference;

    public void Write(SourceWriter writer, SurfaceBodies bodies)
    {
        if (!_tokens.Any && !spec.Inference)
        {
            writer.Line();
            writer.Line($"global::NetGen.NetworkInfo {Explainable}.Network => Info;");
            Member(writer, $"void {Explainable}.Predict({Read}<float> inputs, {Span}<float> outputs) => {bodies.Call("PredictRows(inputs, outputs)")};");
            Member(writer, $"void {Explainable}.InputGradient({Read}<float> inputs, {Read}<float> outputGradients, {Span}<float> inputGradients) => {bodies.Call("InputGradientOfRows(inputs, outputGradients, inputGradients)")};");
        }

        if (!IsTrainable)
        {
            return;
        }

        var trainable = $"global::NetGen.ITrainable<{Input}, {Target}>";
        var samples = $"{Read}<{Input}> inputs, {Read}<{Target}> targets";
        Member(writer, $"global::NetGen.NetworkInfo {trainable}.Network => Info;");
        Member(writer, $"void {trainable}.Predict({Read}<{Input}> inputs, {Span}<float> outputs) => {bodies.Call("PredictRows(inputs, outputs)")};");
        Member(writer, $"float {trainable}.Loss({samples}) => {bodies.Call("LossOfRows(inputs, targets, [])")};");
        Member(writer, $"float {trainable}.Loss({samples}, {Read}<float> sampleWeights) => {bodies.Call("LossOfRows(inputs, targets, sampleWeights)")};");
        Member(writer, $"float {trainable}.Gradient({samples}, {Span}<float> gradients) => {bodies.Call("GradientOfRows(inputs, targets, gradients)")};");
        Member(writer, $"float {trainable}.Step({samples}, global::NetGen.Optimizer optimizer) => {bodies.Call("StepOnRows(inputs, targets, [], optimizer)")};");
        Member(writer, $"float {trainable}.Step({samples}, {Read}<float> sampleWeights, global::NetGen.Optimizer optimizer) => {bodies.Call("StepOnRows(inputs, targets, sampleWeights, optimizer)")};");
    }

    /// <summary>What <c>Info</c> says about them, as further arguments of its constructor.</summary>
    /// <param name="outputs">The shapes of the outputs.</param>
    /// <param name="targets">By loss, what it compares with.</param>
    public IEnumerable<string> InfoLines(IReadOnlyList<Shape> outputs, IReadOnlyList<TargetType> targets)
    {
        if (spec.Inputs.Count > 1 || _tokens.Any)
        {
            yield return $"inputs: [{string.Join(", ", SurfaceNames.Inputs(spec).Select((name, index) => Value(name, spec.Inputs[index].Shape) + (spec.Inputs[index].Vocabulary is { } vocabulary ? Inv($" {{ Vocabulary = {vocabulary} }}") : "")))}]";
        }

        if (outputs.Count > 1)
        {
            yield return $"outputs: [{string.Join(", ", SurfaceNames.Results(spec).Select((name, index) => Value(name, outputs[index])))}]";
        }

        if (outputs.Count > 1 || _targets.Count > 1 || targets.Any(target => target.Ignored != TargetType.Unlabelled))
        {
            yield return $"targets: [{string.Join(", ", _targets.Select(target => Text(target.Name, targets[target.Loss], spec.Losses[target.Loss].Kind)))}]";
        }
    }

    private static string Text(string name, TargetType target, string kind) =>
        Inv($"new global::NetGen.TargetInfo({StringLiteral.Of(name.TrimStart('@'))}, {(target.Labels ? target.Shape.Rows : target.Shape.Count)}, {target.Classes}, {StringLiteral.Of(kind == "Loss" ? "" : kind)})") + (target.Ignored == TargetType.Unlabelled ? "" : Inv($" {{ IgnoredLabel = {target.Ignored} }}"));

    private static string Value(string name, Shape shape) => $"new global::NetGen.ValueInfo({StringLiteral.Of(name.TrimStart('@'))}, [{string.Join(", ", shape.Dims)}])";

    private static void Member(SourceWriter writer, string member)
    {
        writer.Line();
        writer.Line(member);
    }
}
