using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// Mixup (Zhang et al. 2018): x̃ = λ xᵢ + (1 − λ) xⱼ with the targets mixed alike. Labels cannot be mixed. There xᵢ keeps its own and λ is drawn from Beta(α + 1, α) instead of
/// Beta(α, α), whose densities are 2λ f(λ) and f(λ). Over ordered pairs this gives the same expected loss: ∫ 2λ f(λ) l(x̃, yᵢ), averaged over (i, j) and (j, i) with λ and 1 − λ
/// exchanged in the second, is ∫ f(λ) [λ l(x̃, yᵢ) + (1 − λ) l(x̃, yⱼ)]. For the same reason values are mixed with that λ, too.
/// </summary>
internal sealed class Mixing<TTarget>(double alpha, ulong seed, int batchSize, int inputSize, int targetSize)
    where TTarget : unmanaged
{
    private const uint OfPairs = 2, OfParts = 3;

    private readonly SampleRandom _random = new();
    private readonly float[] _inputs = new float[checked(batchSize * inputSize)];
    private readonly TTarget[] _targets = new TTarget[typeof(TTarget) == typeof(int) ? 0 : checked(batchSize * targetSize)];

    /// <summary>Mixes the samples of each batch in place.</summary>
    public void Apply(int epoch, int firstSample, Span<float> inputs, Span<TTarget> targets)
    {
        int samples = inputs.Length / inputSize;
        for (int first = 0; first < samples; first += batchSize)
        {
            int count = Math.Min(batchSize, samples - first);
            MixBatch(epoch, firstSample + first, inputs.Slice(first * inputSize, count * inputSize), targets.Slice(first * targetSize, count * targetSize), count);
        }
    }

    private void MixBatch(int epoch, int firstSample, Span<float> inputs, Span<TTarget> targets, int count)
    {
        if (count == 1)
        {
            return;
        }

        inputs.CopyTo(_inputs);
        bool mixesTargets = _targets.Length > 0;
        if (mixesTargets)
        {
            targets.CopyTo(_targets);
        }

        // A batch is in random order as it is: one random distance between partners serves all of them.
        _random.Start(seed, epoch, firstSample, OfPairs);
        int distance = 1 + _random.Next(count - 1);
        for (int i = 0; i < count; i++)
        {
            _random.Start(seed, epoch, firstSample + i, OfParts);
            float other = (float)(1 - BetaNumbers.Draw(_random, alpha + 1, alpha));
            int partner = (i + distance) % count;
            TensorPrimitives.Lerp(Row(_inputs, i, inputSize), Row(_inputs, partner, inputSize), other, inputs.Slice(i * inputSize, inputSize));
            if (mixesTargets)
            {
                MixTargets(i, partner, other, targets.Slice(i * targetSize, targetSize));
            }
        }
    }

    private void MixTargets(int i, int partner, float other, Span<TTarget> mixed)
    {
        ReadOnlySpan<TTarget> own = Row(_targets, i, targetSize), others = Row(_targets, partner, targetSize);
        if (typeof(TTarget) == typeof(float))
        {
            TensorPrimitives.Lerp(MemoryMarshal.Cast<TTarget, float>(own), MemoryMarshal.Cast<TTarget, float>(others), other, MemoryMarshal.Cast<TTarget, float>(mixed));
        }
        else
        {
            TensorPrimitives.Lerp(MemoryMarshal.Cast<TTarget, double>(own), MemoryMarshal.Cast<TTarget, double>(others), other, MemoryMarshal.Cast<TTarget, double>(mixed));
        }
    }

    private static ReadOnlySpan<T> Row<T>(T[] rows, int row, int size) => rows.AsSpan(row * size, size);
}
