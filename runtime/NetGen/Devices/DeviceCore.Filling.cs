using System.Runtime.InteropServices;

namespace NetGen.Runtime;

// The staging memory: what the user gave, in the order in which the kernels know it.
public abstract partial class DeviceCore<T>
{
    private static SpanList<int> LabelsOf<TTarget>(ReadOnlySpan<TTarget> targets)
        where TTarget : unmanaged => typeof(TTarget) == typeof(int) ? new SpanList<int>(MemoryMarshal.Cast<TTarget, int>(targets)) : default;

    private static SpanList<T> TargetsOf<TTarget>(ReadOnlySpan<TTarget> targets)
        where TTarget : unmanaged => typeof(TTarget) == typeof(int) ? default : new SpanList<T>(MemoryMarshal.Cast<TTarget, T>(targets));

    private static void FillShares(TargetLayout target, ReadOnlySpan<int> labels, ReadOnlySpan<T> sampleWeights, Span<T> shares) =>
        RowWeights.Fill(labels, target.Ignored, target.LabelWeights.Length == 0 ? null : target.LabelWeights, sampleWeights, shares);

    private void FillBatch(int batch, SpanList<T> inputs, SpanList<int> labels, SpanList<T> targets, ReadOnlySpan<T> sampleWeights)
    {
        FillInputs(inputs, 0, batch);
        FillTargets(labels, targets, 0, batch);
        FillShares(labels, sampleWeights);
    }

    private void FillInputs(SpanList<T> inputs, int first, int count)
    {
        for (var i = 0; i < Network.Inputs.Length; i++)
        {
            inputs[i].Slice(first * Network.Inputs[i], count * Network.Inputs[i]).CopyTo(Input(i));
        }
    }

    private void FillTargets(SpanList<int> labels, SpanList<T> targets, int first, int count)
    {
        var (label, value) = (0, 0);
        for (var i = 0; i < Network.Targets.Length; i++)
        {
            var target = Network.Targets[i];
            if (target.Labels)
            {
                labels[label++].Slice(first * target.Size, count * target.Size).CopyTo(Labels(i));
            }
            else if (target.Size > 0)
            {
                targets[value++].Slice(first * target.Size, count * target.Size).CopyTo(Target(i));
            }
        }
    }

    private void FillShares(SpanList<int> labels, ReadOnlySpan<T> sampleWeights)
    {
        var label = 0;
        for (var i = 0; i < Network.Targets.Length; i++)
        {
            var target = Network.Targets[i];
            FillShares(target, target.Labels ? labels[label++] : [], sampleWeights, Shares(i));
        }
    }

    private void FillOutputGradients(SpanList<T> outputGradients, int first, int count)
    {
        for (var i = 0; i < Network.Outputs.Length; i++)
        {
            outputGradients[i].Slice(first * Network.Outputs[i], count * Network.Outputs[i]).CopyTo(OutputGradient(i));
        }
    }
}
