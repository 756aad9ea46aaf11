using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Changes samples that have just been brought together, on the thread that did so, or on all of those of the training. What comes out depends on the seed, the epoch and the
/// samples' places in it alone. Buffers are made once.
/// </summary>
internal sealed class Augmenter<TInput, TTarget> : IParallelWork
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private const uint OfImages = 1;

    private readonly AugmentationPlan _plan;
    private readonly ulong _seed;
    private readonly int _inputSize;
    private readonly Worker[] _workers;
    private readonly Mixing<TTarget>? _mixing;
    private int _epoch;
    private int _first;
    private Memory<TInput> _inputs;

    /// <param name="data">The set.</param>
    /// <param name="plan">What is done to its samples.</param>
    /// <param name="seed">Where chance comes from.</param>
    /// <param name="batchSize">Samples of a batch, within which they are mixed.</param>
    /// <param name="parts">In how many parts the samples are changed at once.</param>
    public Augmenter(Dataset data, AugmentationPlan plan, ulong seed, int batchSize, int parts)
    {
        _plan = plan;
        _seed = seed;
        _inputSize = data.InputSize;
        _workers = new Worker[plan.Transforms.Count > 0 ? parts : 0];
        for (int i = 0; i < _workers.Length; i++)
        {
            _workers[i] = new(new WorkingImage(plan.Shape, data.Normalization), new SampleRandom());
        }

        _mixing = plan.MixupAlpha is double alpha ? new(alpha, seed, batchSize, data.InputSize, data.TargetSize) : null;
    }

    /// <summary>Changes samples in place.</summary>
    /// <param name="epoch">The epoch.</param>
    /// <param name="firstSample">The place of the first of them in the epoch, where a batch begins.</param>
    /// <param name="inputs">Their inputs.</param>
    /// <param name="targets">Their targets.</param>
    public void Apply(int epoch, int firstSample, Memory<TInput> inputs, Memory<TTarget> targets)
    {
        (_epoch, _first, _inputs) = (epoch, firstSample, inputs);
        if (_workers.Length == 1)
        {
            Execute(0);
        }
        else if (_workers.Length > 1)
        {
            WorkerPool.Shared.Run(this, _workers.Length);
        }

        _mixing?.Apply(epoch, firstSample, MemoryMarshal.Cast<TInput, float>(inputs.Span), targets.Span);
    }

    /// <summary>Changes one part of the samples.</summary>
    public void Execute(int task)
    {
        var (image, random) = _workers[task];
        var inputs = MemoryMarshal.Cast<TInput, float>(_inputs.Span);
        int count = inputs.Length / _inputSize;
        int from = (int)((long)count * task / _workers.Length), to = (int)((long)count * (task + 1) / _workers.Length);
        for (int i = from; i < to; i++)
        {
            var input = inputs.Slice(i * _inputSize, _inputSize);
            random.Start(_seed, _epoch, _first + i, OfImages);
            input.CopyTo(image.Pixels);
            for (int transform = 0; transform < _plan.Transforms.Count; transform++)
            {
                _plan.Transforms[transform].Apply(image, random);
            }

            image.Pixels.CopyTo(input);
        }
    }

    private sealed record Worker(WorkingImage Image, SampleRandom Random);
}
