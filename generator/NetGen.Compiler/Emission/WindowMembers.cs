using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Emission;

/// <summary>Prints what a network with stateful recurrences offers besides: members that go on where the window before has ended.</summary>
internal sealed class WindowMembers(NetworkPlan plan)
{
    /// <summary>What the runtime has to know, as a line of the layout; nothing for any other network.</summary>
    public string Layout => plan.Network.WindowStates == 0 ? "" : Inv($"        WindowStates = {plan.Network.WindowStates},\n");

    public void Write(SourceWriter writer)
    {
        if (plan.Network.WindowStates == 0)
        {
            return;
        }

        var (t, tokens, output) = (plan.Scalar, new TokenText(plan.Spec), plan.Network.Outputs[0]);
        var (inputs, values, states) = (("inputs", tokens.Describe(0)), tokens.Values[0], $"global::NetGen.WindowStates<{t}>");
        var state = ("state", "What the window before has left, in which what this one leaves takes its place. No gradient flows back beyond the beginning of the window.");
        var read = $"global::System.ReadOnlySpan<{tokens.TypeOf(0)}> inputs";
        writer.Line();
        SurfaceMembers.Member(writer, "States of stateful recurrences, all zero: what there is before the first window of some sequences.", [("samples", "How many sequences run side by side.")], "The states.",
            $"public {states} NewState(int samples) => _netgen.NewState(samples);");
        SurfaceMembers.Member(writer, "Predicts the next window of some sequences. Safe to call from many threads at once, each with states of its own.",
            [inputs, ("outputs", $"One output of shape {output} per sample, overwritten."), state], null,
            tokens.Member($"public void Predict({read}, global::System.Span<{t}> outputs, {states} state)", $"_netgen.Predict({values}, outputs, state)"));
        if (plan.Network.Targets.Count == 0 || plan.Spec.Inference)
        {
            return;
        }

        var target = plan.Network.Targets[0];
        var (name, type) = target.Labels ? ("labels", "int") : ("targets", t);
        var text = target.Labels ? $"A class from 0 to {output.Last - 1} per {(output.Rank > 1 ? "position" : "sample")}." : $"Values of shape {output} per sample.";
        var samples = $"{read}, global::System.ReadOnlySpan<{type}> {name}";
        SurfaceMembers.Member(writer, "The gradient of the mean loss over the next window of some sequences, in training mode. Changes nothing else, the states neither.",
            [inputs, (name, text), SurfaceMembers.Gradients, ("state", "What the window before has left.")], "The loss.",
            tokens.Member($"public {t} Gradient({samples}, global::System.Span<{t}> gradients, {states} state)", $"_netgen.Gradient({values}, {name}, gradients, state)"));
        SurfaceMembers.Member(writer, "One training step on the next window of some sequences: truncated back-propagation through time. Allocates nothing after the first call.",
            [inputs, (name, text), ("optimizer", "Belongs to this network from the first step on."), state], "The loss before the update.",
            tokens.Member($"public {t} Step({samples}, global::NetGen.Optimizer optimizer, {states} state)", $"_netgen.Step({values}, {name}, optimizer, state)"));
    }
}
