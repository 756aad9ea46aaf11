using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the public members of a network, the same whether it could be compiled or not.</summary>
internal sealed class SurfaceMembers(NetworkSpec spec, IReadOnlyList<Shape> outputs)
{
    private readonly Shape _output = outputs.Count > 0 ? outputs[0] : new Shape();

    private readonly RowInterfaces _rows = new(spec);

    private readonly TokenText _tokens = new(spec);

    private readonly LossDefinition? _loss = spec.Loss is { } loss ? LayerCatalog.FindLoss(loss.Kind) : null;

    private string T => spec.Precision == Precision.Single ? "float" : "double";

    /// <summary>Whether there is anything of training.</summary>
    private bool HasLoss => spec.Losses.Count > 0 && !spec.Inference;

    private bool TakesLabels => _loss is { TakesLabels: true };

    private string Target => TakesLabels ? "int" : T;

    /// <summary>Whether there is one of everything, so that the training loop can have it.</summary>
    private bool IsPlain => SurfaceNames.IsPlain(spec, _output);

    private Shape Input => spec.Inputs.Count > 0 ? spec.Inputs[0].Shape : new Shape();

    private bool IsDouble => spec.Precision == Precision.Double;

    private bool UsesGradient => spec.Body is { } body
        && body.Forward.Steps.Concat(spec.LossMethods.SelectMany(method => method.Body.Steps)).Any(step => step.Operation == "Gradient");

    /// <summary>The interfaces that the network implements.</summary>
    public string Bases => $" : {Interfaces}, global::NetGen.Runtime.IModule" + (spec.Inference ? "" : ", global::NetGen.Runtime.ITraced");

    /// <summary>The interfaces that the copy of the network on a device implements.</summary>
    public string DeviceBases => $" : {Interfaces}, global::NetGen.Runtime.IDeviceNetwork, global::System.IDisposable" + (StagedTraining is { } staged ? ", " + staged : "");

    /// <summary>The interface of steps in parts; null where there is no training loop.</summary>
    public string? StagedTraining => IsTrainable ? $"global::NetGen.Runtime.IStagedTraining<{InputScalar}, {TargetScalar}>" : null;

    /// <summary>Whether the training loop sees rows, all inputs and all targets of a sample one after the other.</summary>
    public bool HasRows => !IsPlain;

    /// <summary>The type of the values.</summary>
    public string Scalar => T;

    /// <summary>The type of the inputs of the training loop.</summary>
    public string InputScalar => IsPlain ? _tokens.TypeOf(0) : _rows.Input;

    /// <summary>What makes values of tokens, as members do.</summary>
    public TokenText Tokens => _tokens;

    /// <summary>The type of the targets of the training loop.</summary>
    public string TargetScalar => IsPlain ? Target : _rows.Target;

    private bool IsTrainable => IsPlain ? HasLoss : _rows.IsTrainable;

    /// <summary>Whether there are gradients by the inputs: they lie between values, not between tokens.</summary>
    private bool IsExplainable => !_tokens.Any && !spec.Inference;

    private string Interfaces => (IsTrainable ? $"global::NetGen.ITrainable<{InputScalar}, {TargetScalar}>" : "global::NetGen.INetwork") + (IsExplainable ? ", global::NetGen.IExplainable" : "");

    public void Write(SourceWriter writer, SurfaceBodies bodies)
    {
        WriteIdentity(writer, bodies);
        if (IsPlain)
        {
            WritePrediction(writer, bodies);
            if (IsExplainable)
            {
                WriteInputGradient(writer, bodies);
            }

            WriteUpdate(writer, bodies);
            if (HasLoss)
            {
                WriteTraining(writer, bodies);
            }
        }
        else
        {
            new SeveralMembers(spec).Write(writer, bodies);
            WriteUpdate(writer, bodies);
        }

        WriteFiles(writer, bodies);
        WriteInterfaces(writer, bodies);
    }

    private void WriteIdentity(SourceWriter writer, SurfaceBodies bodies)
    {
        bodies.WriteConstructors(writer, spec);
        Member(writer, "The architecture: layers, shapes, sizes; <c>Info.Summary()</c> is a table of it.", [], null,
            $"public static global::NetGen.NetworkInfo Info => {bodies.Info};");
        Member(writer, "Tensors that are saved but not trained, such as running statistics.", [], null,
            $"public global::NetGen.BufferSet Buffers => {bodies.Value("Buffers")};");
        Member(writer, "The trainable tensors by name, in PyTorch's layout.", [], null,
            $"public global::NetGen.ParameterSet<{T}> Parameters => {bodies.Value("Storage.Parameters")};");
        Member(writer, "What the file of the model says besides the weights: class names, how inputs were prepared, entries of your own.", [], null,
            $"public global::NetGen.ModelMetadata Metadata => {bodies.Value("Metadata")};");
    }

    private void WritePrediction(SourceWriter writer, SurfaceBodies bodies)
    {
        var inputs = ("inputs", _tokens.Describe(0));
        var (values, read) = (_tokens.Values[0], $"global::System.ReadOnlySpan<{_tokens.TypeOf(0)}> inputs");
        Member(writer, $"Predicts a batch{LinkRemark}. {bodies.Threads}", [inputs], $"One output of shape {_output} per sample.",
            bodies.HasSingleSample
                ? Inv($"public {T}[] Predict({read})\n{{\n    var outputs = new {T}[inputs.Length / {spec.Inputs[0].Shape.Count} * {_output.Count}];\n    Predict(inputs, outputs);\n    return outputs;\n}}")
                : Of(bodies, $"public {T}[] Predict({read})", $"Predict({values})"));
        Member(writer, $"Predicts a batch{LinkRemark} without allocating. {bodies.Threads}", [inputs, ("outputs", $"One output of shape {_output} per sample, overwritten.")], null,
            bodies.HasSingleSample
                ? $"public void Predict({read}, global::System.Span<{T}> outputs)\n{{\n    if (!_netgen.TryPredictOne(inputs, outputs))\n    {{\n        _netgen.Predict(inputs, outputs);\n    }}\n}}"
                : Of(bodies, $"public void Predict({read}, global::System.Span<{T}> outputs)", $"Predict({values}, outputs)"));
        if (spec.Inference)
        {
            return;
        }

        IReadOnlyList<(string, string)> given = [inputs, ("outputGradients", "The gradient by each output."), Gradients];
        Member(writer, "The product of gradients from elsewhere with the derivative of what Predict computes.",
            _tokens.Any ? given : [.. given, ("inputGradients", "The gradient by each input, overwritten; or empty.")], null,
            Of(bodies, $"public void Backward({read}, global::System.ReadOnlySpan<{T}> outputGradients, global::System.Span<{T}> gradients{(_tokens.Any ? "" : $", global::System.Span<{T}> inputGradients = default")})", $"Backward({values}, outputGradients, gradients, {(_tokens.Any ? "[]" : "inputGradients")})"));
    }

    /// <summary>A member that calls one of the core.</summary>
    private string Of(SurfaceBodies bodies, string declaration, string call) => _tokens.Member(declaration, bodies.Call(call), bodies.IsBroken);

    private void WriteInputGradient(SourceWriter writer, SurfaceBodies bodies)
    {
        var inputs = ("inputs", $"One sample of shape {Input} after the other, row-major.");
        Member(writer, "The gradient of one output of Predict by the inputs, sample by sample. Changes nothing; for one thread at a time.",
            [inputs, ("output", $"Which output, from 0 to {_output.Count - 1}.")], "One value per input value.",
            $"public {T}[] InputGradient(global::System.ReadOnlySpan<{T}> inputs, int output) => {bodies.Call("InputGradient(inputs, output)")};");
        Member(writer, "The gradient of a weighted sum of Predict's outputs by the inputs, sample by sample, without allocating. Changes nothing; for one thread at a time."
            + (LinkRemark.Length > 0 ? " The weight 1 / p of an output p gives the gradient of its log-probability, 1 / (p (1 - p)) that of its log-odds." : ""),
            [inputs, ("outputGradients", "The weight of each output."), ("inputGradients", "The gradient by each input, overwritten.")], null,
            $"public void InputGradient(global::System.ReadOnlySpan<{T}> inputs, global::System.ReadOnlySpan<{T}> outputGradients, global::System.Span<{T}> inputGradients) => {bodies.Call("InputGradient(inputs, outputGradients, inputGradients)")};");
    }

    private void WriteUpdate(SourceWriter writer, SurfaceBodies bodies)
    {
        if (spec.Inference)
        {
            return;
        }

        Member(writer, "One update by a gradient from elsewhere: with that of Gradient, what Step does. Allocates nothing after the first call.",
            [("gradients", "One value per parameter value, in the order and layout of Parameters; those of frozen parameters are ignored."), ("optimizer", "Belongs to this network from the first step on.")], null,
            $"public void Update(global::System.ReadOnlySpan<{T}> gradients, global::NetGen.Optimizer optimizer) => {bodies.Call("Update(gradients, optimizer)")};");
    }

    private void WriteTraining(SourceWriter writer, SurfaceBodies bodies)
    {
        var (inputs, values) = (("inputs", _tokens.Describe(0)), _tokens.Values[0]);
        var targets = TakesLabels ? ("labels", $"A class from 0 to {_output.Last - 1} per {(_output.Rank > 1 ? "position" : "sample")}.") : ("targets", $"Values of shape {_output} per sample.");
        var weights = ("sampleWeights", TakesLabels && _output.Rank > 1 ? "A weight per sample or per position, not negative." : "A weight per sample, not negative.");
        var inputGradients = ("inputGradients", "The gradient by each input, overwritten; or empty.");
        var optimizer = ("optimizer", "Belongs to this network from the first step on.");
        var name = targets.Item1;
        var samples = $"global::System.ReadOnlySpan<{_tokens.TypeOf(0)}> inputs, global::System.ReadOnlySpan<{Target}> {name}";
        var weighted = $"{samples}, global::System.ReadOnlySpan<{T}> sampleWeights";
        Member(writer, "The mean loss over a batch, in evaluation mode.", [inputs, targets], "The loss.",
            Of(bodies, $"public {T} Loss({samples})", $"Loss({values}, {name}, [])"));
        Member(writer, "The weighted mean loss over a batch, in evaluation mode.", [inputs, targets, weights], "The loss.",
            Of(bodies, $"public {T} Loss({weighted})", $"Loss({values}, {name}, sampleWeights)"));
        Member(writer, "The gradient of the mean loss, in training mode. Changes nothing else: a following Step drops out the same values.", [inputs, targets, Gradients], "The loss.",
            Of(bodies, $"public {T} Gradient({samples}, global::System.Span<{T}> gradients)", $"Gradient({values}, {name}, [], gradients, [])"));
        if (_tokens.Any)
        {
            Member(writer, "The gradient of the weighted mean loss, in training mode.", [inputs, targets, weights, Gradients], "The loss.",
                Of(bodies, $"public {T} Gradient({weighted}, global::System.Span<{T}> gradients)", $"Gradient({values}, {name}, sampleWeights, gradients, [])"));
        }
        else
        {
            Member(writer, "The gradient of the mean loss by parameters and inputs, in training mode.", [inputs, targets, Gradients, inputGradients], "The loss.",
                Of(bodies, $"public {T} Gradient({samples}, global::System.Span<{T}> gradients, global::System.Span<{T}> inputGradients)", $"Gradient({values}, {name}, [], gradients, inputGradients)"));
            Member(writer, "The gradient of the weighted mean loss, in training mode.", [inputs, targets, weights, Gradients, inputGradients], "The loss.",
                Of(bodies, $"public {T} Gradient({weighted}, global::System.Span<{T}> gradients, global::System.Span<{T}> inputGradients)", $"Gradient({values}, {name}, sampleWeights, gradients, inputGradients)"));
        }

        Member(writer, "One training step: forward, backward and update, fused; allocates nothing after the first call.", [inputs, targets, optimizer], "The loss before the update.",
            Of(bodies, $"public {T} Step({samples}, global::NetGen.Optimizer optimizer)", $"Step({values}, {name}, [], optimizer)"));
        Member(writer, "One training step on weighted samples.", [inputs, targets, weights, optimizer], "The loss before the update.",
            Of(bodies, $"public {T} Step({weighted}, global::NetGen.Optimizer optimizer)", $"Step({values}, {name}, sampleWeights, optimizer)"));
    }

    private static void WriteFiles(SourceWriter writer, SurfaceBodies bodies)
    {
        var path = ("path", "A safetensors file.");
        Member(writer, "Saves all parameters and the metadata; the file is replaced as a whole.", [path], null, $"public void Save(string path) => {bodies.Call("Save(path)")};");
        Member(writer, "Saves all parameters and the metadata as kernels keep them, for <c>[Weights]</c>; the file is replaced as a whole.", [("path", "A file that ends in <c>.netgen</c>.")], null, $"public void SaveCompiled(string path) => {bodies.Call("SaveCompiled(path)")};");
        Member(writer, "Loads all parameters and the metadata: the file is one of this architecture and holds exactly its parameters, or nothing changes.", [path], null, $"public void Load(string path) => {bodies.Call("Load(path)")};");
        Member(writer, "Loads some parameters, and no metadata, from a file of this or another architecture.", [path, ("pattern", "Which, by name with * and ?: <c>dense1.*</c>.")], null, $"public void Load(string path, string pattern) => {bodies.Call("Load(path, pattern)")};");
    }

    private void WriteInterfaces(SourceWriter writer, SurfaceBodies bodies)
    {
        bodies.WriteReference(writer, spec);
        writer.Line();
        if (UsesGradient && bodies.IsModule && !spec.Inference)
        {
            // The generated Gradient would hide that of Ops, which Forward calls.
            writer.Line("private static global::NetGen.Tensor Gradient(global::NetGen.Tensor y, global::NetGen.Tensor x) => global::NetGen.Ops.Gradient(y, x);");
            writer.Line();
        }

        writer.Line("global::NetGen.ParameterSet global::NetGen.INetwork.Parameters => Parameters;");
        writer.Line();
        writer.Line($"global::NetGen.Runtime.RandomState global::NetGen.INetwork.Random => {bodies.Value("Random")};");
        if (!IsPlain)
        {
            _rows.Write(writer, bodies);
            return;
        }

        if (IsExplainable)
        {
            WriteExplainable(writer, bodies);
        }

        if (!HasLoss)
        {
            return;
        }

        var trainable = $"global::NetGen.ITrainable<{InputScalar}, {Target}>";
        writer.Line();
        writer.Line($"global::NetGen.NetworkInfo {trainable}.Network => Info;");
        if (IsDouble)
        {
            WriteSingleInterface(writer, bodies, trainable);
        }
    }

    private void WriteExplainable(SourceWriter writer, SurfaceBodies bodies)
    {
        const string Explainable = "global::NetGen.IExplainable";
        writer.Line();
        writer.Line($"global::NetGen.NetworkInfo {Explainable}.Network => Info;");
        if (IsDouble)
        {
            writer.Line();
            writer.Line($"void {Explainable}.Predict(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> outputs) => {bodies.Call("PredictFromSingle(inputs, outputs)")};");
            writer.Line();
            writer.Line($"void {Explainable}.InputGradient(global::System.ReadOnlySpan<float> inputs, global::System.ReadOnlySpan<float> outputGradients, global::System.Span<float> inputGradients) => {bodies.Call("InputGradientSingle(inputs, outputGradients, inputGradients)")};");
        }
    }

    /// <summary>The interfaces speak in single precision: the training loop and the metrics need no more.</summary>
    private void WriteSingleInterface(SourceWriter writer, SurfaceBodies bodies, string trainable)
    {
        var (read, values) = ($"global::System.ReadOnlySpan<{InputScalar}> inputs", _tokens.Values[0]);
        var samples = $"{read}, global::System.ReadOnlySpan<{Target}> targets";
        foreach (var member in new[]
        {
            Of(bodies, $"void {trainable}.Predict({read}, global::System.Span<float> outputs)", $"PredictSingle({values}, outputs)"),
            $"float {trainable}.Loss({samples}) => (float)Loss(inputs, targets);",
            Of(bodies, $"float {trainable}.Loss({samples}, global::System.ReadOnlySpan<float> sampleWeights)", $"LossSingle({values}, targets, sampleWeights)"),
            Of(bodies, $"float {trainable}.Gradient({samples}, global::System.Span<float> gradients)", $"GradientSingle({values}, targets, gradients)"),
            $"float {trainable}.Step({samples}, global::NetGen.Optimizer optimizer) => (float)Step(inputs, targets, optimizer);",
            Of(bodies, $"float {trainable}.Step({samples}, global::System.ReadOnlySpan<float> sampleWeights, global::NetGen.Optimizer optimizer)", $"StepSingle({values}, targets, sampleWeights, optimizer)"),
        })
        {
            writer.Line();
            writer.Line(member);
        }
    }

    internal static (string, string) Gradients => ("gradients", "The gradient by each parameter value, overwritten; in the order and layout of Parameters.");

    private string LinkRemark => _loss is null or { LinkName: LossDefinition.NoLink } ? "" : $", as probabilities ({_loss.LinkName.ToLowerInvariant()})";

    internal static void Member(SourceWriter writer, string summary, IReadOnlyList<(string Name, string Text)> parameters, string? returns, string declaration)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        foreach (var (name, text) in parameters)
        {
            writer.Line($"/// <param name=\"{name}\">{text}</param>");
        }

        if (returns is not null)
        {
            writer.Line($"/// <returns>{returns}</returns>");
        }

        writer.Line(declaration);
        writer.Line();
    }
}
