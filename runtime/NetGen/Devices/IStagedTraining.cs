using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>A step in three parts, so that the next batch is on its way while the device computes.</summary>
/// <typeparam name="TInput">The type of the network's inputs.</typeparam>
/// <typeparam name="TTarget">The type of its targets.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IStagedTraining<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>Checks a batch and begins to bring it to the device; the spans may be reused afterwards. One batch may be staged while another is computed.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="targets">Their targets.</param>
    public void Stage(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets);

    /// <summary>Begins a training step on the batch that was staged.</summary>
    /// <param name="optimizer">Belongs to this network from the first step on.</param>
    public void Submit(Optimizer optimizer);

    /// <summary>Waits for the step that was begun.</summary>
    /// <returns>The training-mode loss before the update.</returns>
    public float Complete();
}
