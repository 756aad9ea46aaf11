using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>Tells sets in memory apart by all their values, so that a training is not resumed with other data. Some gigabytes per second.</summary>
internal static class SetFingerprint
{
    public static string Of<TInput, TTarget>(Dataset<TInput, TTarget> data)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        TensorChecksum inputs = default, targets = default;
        for (int sample = 0; sample < data.Count; sample++)
        {
            inputs.Add(MemoryMarshal.AsBytes(data.Input(sample)));
            targets.Add(MemoryMarshal.AsBytes(data.Target(sample)));
        }

        return $"{data.Count} × {Shapes.Format(data.InputShape)} -> {data.TargetSize}, checksums {inputs.Text} and {targets.Text}";
    }
}
