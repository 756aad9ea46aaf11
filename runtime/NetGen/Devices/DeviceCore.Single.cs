using System.Buffers;

namespace NetGen.Runtime;

// A network in double precision behind interfaces that speak in single precision.
public abstract partial class DeviceCore<T>
{
    /// <summary>Predict, rounded to single precision.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="outputs">Exactly their outputs.</param>
    public void PredictSingle(ReadOnlySpan<T> inputs, Span<float> outputs)
    {
        var exact = ArrayPool<T>.Shared.Rent(outputs.Length);
        Predict(inputs, exact.AsSpan(0, outputs.Length));
        NetworkCore<T>.Round(exact, outputs);
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
        var exact = NetworkCore<T>.Widen(sampleWeights);
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
        NetworkCore<T>.Round(exact, gradients);
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
        var exact = NetworkCore<T>.Widen(sampleWeights);
        var loss = Step(inputs, targets, exact.AsSpan(0, sampleWeights.Length), optimizer);
        ArrayPool<T>.Shared.Return(exact);
        return float.CreateTruncating(loss);
    }

    /// <summary>Predict, from and to single precision.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="outputs">Exactly their outputs.</param>
    public void PredictFromSingle(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        var exact = NetworkCore<T>.Widen(inputs);
        PredictSingle(exact.AsSpan(0, inputs.Length), outputs);
        ArrayPool<T>.Shared.Return(exact);
    }

    /// <summary>InputGradient, from and to single precision.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="outputGradients">The weight of each output.</param>
    /// <param name="inputGradients">One value per input value, overwritten.</param>
    public void InputGradientSingle(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<float> inputGradients)
    {
        var (exact, seed, gradients) = (NetworkCore<T>.Widen(inputs), NetworkCore<T>.Widen(outputGradients), ArrayPool<T>.Shared.Rent(inputGradients.Length));
        InputGradient(exact.AsSpan(0, inputs.Length), seed.AsSpan(0, outputGradients.Length), gradients.AsSpan(0, inputGradients.Length));
        NetworkCore<T>.Round(gradients, inputGradients);
        ArrayPool<T>.Shared.Return(exact);
        ArrayPool<T>.Shared.Return(seed);
        ArrayPool<T>.Shared.Return(gradients);
    }
}
