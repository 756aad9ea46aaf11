using NetGen.Compiler.Emission.Simd.Attention;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Emission;

/// <summary>Prints what a network offers that can take its sequence one position at a time.</summary>
internal static class StreamMembers
{
    /// <summary>The interface that such a network implements, behind the others; nothing for any other.</summary>
    public static string Bases(NetworkPlan plan) => plan.Network.Streamed is not { } streamed ? ""
        : Bases(plan.Spec, streamed.AnswersEach && plan.Network.Outputs[0] is { Rank: 2 } output && output.Last == plan.Spec.Inputs[0].Vocabulary);

    /// <summary>What the runtime has to know, as a line of the layout; nothing for a network that cannot.</summary>
    public static string Layout(NetworkPlan plan) => plan.Network.Streamed is not { } streamed ? ""
        : Inv($"        Stream = new({streamed.Input}, {streamed.Output}, {streamed.Remembered}, {CachedAttentionPrinter.Size(plan.Programs[plan.Programs.Count - 1], plan.Width)}, {streamed.Positions}),\n");

    public static void Write(SourceWriter writer, NetworkPlan plan)
    {
        if (plan.Network.Streamed is not null)
        {
            Write(writer, plan.Spec, $"_netgen.OpenStream<{Input(plan.Spec)}>(streams)");
        }
    }

    /// <summary>The interface of a network that was not compiled, if it might have one: otherwise a mistake elsewhere would make every call of a missing member another.</summary>
    public static string BrokenBases(NetworkSpec spec) => Remembers(spec) ? Bases(spec, answersWithTokens: true) : "";

    public static void WriteBroken(SourceWriter writer, NetworkSpec spec, SurfaceBodies bodies)
    {
        if (Remembers(spec))
        {
            Write(writer, spec, bodies.Call(""));
        }
    }

    private static void Write(SourceWriter writer, NetworkSpec spec, string call)
    {
        writer.Line();
        SurfaceMembers.Member(writer, "Begins sequences that come one position at a time: what the network has to know of earlier positions is remembered. Safe to call from many threads at once.",
            [("streams", "How many run side by side.")], "What remembers them.",
            $"public global::NetGen.PredictionStream<{Types(spec)}> OpenStream(int streams = 1) => {call};");
    }

    private static bool Remembers(NetworkSpec spec) => spec.Inputs.Count == 1
        && spec.AllLayers.Any(layer => layer.Kind is "RNN" or "LSTM" or "GRU" or "Recurrent" or "SelfAttention");

    private static string Bases(NetworkSpec spec, bool answersWithTokens) => ", "
        + (answersWithTokens && Types(spec) == "int, float" && spec.Loss is { Kind: "SoftmaxCrossEntropy" } ? "global::NetGen.ILanguageModel" : $"global::NetGen.IStreaming<{Types(spec)}>");

    private static string Types(NetworkSpec spec) => $"{Input(spec)}, {Scalar(spec)}";

    private static string Input(NetworkSpec spec) => spec.Inputs[0].IsTokens ? "int" : Scalar(spec);

    private static string Scalar(NetworkSpec spec) => spec.Precision == Precision.Single ? "float" : "double";
}
