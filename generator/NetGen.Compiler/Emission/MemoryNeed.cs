using NetGen.Compiler.Fusion;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Memory;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Emission;

/// <summary>What a program needs besides parameters, without printing it.</summary>
internal static class MemoryNeed
{
    /// <summary>Bytes of the arena for the prediction of one sample: <c>Info.PredictBytes</c>.</summary>
    public static long OfPrediction(ShapedNetwork network)
    {
        var isSingle = network.Spec.Precision == Precision.Single;
        var memory = MemoryPlanner.Plan(Scheduler.Run(NetworkLowering.Predict(network), inLanes: true), isSingle ? 32 : 16);
        return (memory.Units * 128L) + ((memory.Lanes + memory.Scalars) * (isSingle ? 4L : 8L));
    }
}
