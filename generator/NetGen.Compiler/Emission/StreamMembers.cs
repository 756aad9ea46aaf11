using NetGen.Compiler.Emission.Simd;
using NetGen.Compiler.Emission.Simd.Attention;

namespace NetGen.Compiler.Emission;

/// <summary>Prints what a network offers that can take its sequence one position at a time.</summary>
internal sealed class StreamMembers(NetworkPlan plan)
{
    /// <summary>The interface that such a network implements, behind the others; nothing for any other.</summary>
    public string Bases => plan.Network.Streamed is null ? "" : ", " + (IsLanguageModel ? "global::NetGen.ILanguageModel" : $"global::NetGen.IStreaming<{Types}>");

    /// <summary>What the runtime has to know, as a line of the layout; nothing for any other network.</summary>
    public string Layout => plan.Network.Streamed is not { } streamed ? ""
        : Inv($"        Stream = new({streamed.Input}, {streamed.Output}, {streamed.Remembered}, {CachedAttentionPrinter.Size(Program, plan.Width)}, {streamed.Positions}),\n");

    public void Write(SourceWriter writer)
    {
        if (plan.Network.Streamed is not null)
        {
            writer.Line();
            SurfaceMembers.Member(writer, "Begins sequences that come one position at a time: what the network has to know of earlier positions is remembered. Safe to call from many threads at once.",
                [("streams", "How many run side by side.")], "What remembers them.",
                $"public global::NetGen.PredictionStream<{Types}> Stream(int streams = 1) => _netgen.Stream<{Input}>(streams);");
        }
    }

    private ProgramPlan Program => plan.Programs[plan.Programs.Count - 1];

    private string Input => plan.Spec.Inputs[0].IsTokens ? "int" : plan.Scalar;

    private string Types => $"{Input}, {plan.Scalar}";

    private bool IsLanguageModel => Types == "int, float" && plan.Network.Streamed!.AnswersEach && plan.Spec.Loss is { Kind: "SoftmaxCrossEntropy" } && plan.Network.Outputs[0].Rank == 2;
}
