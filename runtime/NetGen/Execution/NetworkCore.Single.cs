using System.Buffers;

namespace NetGen.Runtime;

// A network in double precision behind interfaces that speak in single precision.
public abstract partial class NetworkCore<T>
{
    /// <summary>Predict, rounded to single precision.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="outputs">Exactly their outputs.</param>
    public void PredictSingle(ReadOnlySpan<T> inputs, Span<float> outputs)
    {
        var exact = ArrayPool<T>.Shared.Rent(outputs.Length);
        Predict(inputs, exact.AsSpan(0, outputs.Length));
        Round(exact, outputs);
        ArrayPool<T>.Shared.Return(exact);
    }

    /// <summary>Loss with weights in single precision.</summary>
    /// <typeparam name="TTarget"><see cref="int"/> for labels, otherwise <typeparamref name="T"/>.</typeparam>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="sampleWeights">A weight per sample.</param>
    /// <returns>The mean.</returns>
    public float LossSingle<TTarget>(ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<float> sampleWeights)
        where TTarget : unmanaged
    {
        var exact = Widen(sampleWeights);
        var loss = Loss(inputs, targets, exact.AsSpan(0, sampleWeights.Length));
        ArrayPool<T>.Shared.Return(exact);
        return float.CreateTruncating(loss);
    }

    /// <summary>Gradient, rounded to single precision.</summary>
    /// <typeparam name="TTarget"><see cref="int"/> for labels, otherwise <typeparamref name="T"/>.</typeparam>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="gradients">One value per parameter value, overwritten.</param>
    /// <returns>The mean loss.</returns>
    public float GradientSingle<TTarget>(ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, Span<float> gradients)
        where TTarget : unmanaged
    {
        var exact = ArrayPool<T>.Shared.Rent(gradients.Length);
        var loss = Gradient(inputs, targets, [], exact.AsSpan(0, gradients.Length), []);
        Round(exact, gradients);
        ArrayPool<T>.Shared.Return(exact);
        return float.CreateTruncating(loss);
    }

    /// <summary>Step with weights in single precision.</summary>
    /// <typeparam name="TTarget"><see cref="int"/> for labels, otherwise <typeparamref name="T"/>.</typeparam>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="sampleWeights">A weight per sample.</param>
    /// <param name="optimizer">Belongs to this network from the first step on.</param>
    /// <returns>The mean loss before the update.</returns>
    public float StepSingle<TTarget>(ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<float> sampleWeights, Optimizer optimizer)
        where TTarget : unmanaged
    {
        var exact = Widen(sampleWeights);
        var loss = Step(inputs, targets, exact.AsSpan(0, sampleWeights.Length), optimizer);
        ArrayPool<T>.Shared.Return(exact);
        return float.CreateTruncating(loss);
    }

    internal static T[] Widen(ReadOnlySpan<float> values)
    {
        var wide = ArrayPool<T>.Shared.Rent(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            wide[i] = T.CreateTruncating(values[i]);
        }

        return wide;
    }

    internal static void Round(ReadOnlySpan<T> values, Span<float> rounded)
    {
        for (var i = 0; i < rounded.Length; i++)
        {
            rounded[i] = float.CreateTruncating(values[i]);
        }
    }
}
