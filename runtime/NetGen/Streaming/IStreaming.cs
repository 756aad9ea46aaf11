using System.Numerics;

namespace NetGen;

/// <summary>A network that can take its sequence one position at a time: no position's answer depends on later ones.</summary>
/// <typeparam name="TInput"><see cref="int"/> for tokens, otherwise the type of the values.</typeparam>
/// <typeparam name="TOutput">The network's number type.</typeparam>
public interface IStreaming<TInput, TOutput>
    where TInput : unmanaged, INumberBase<TInput>
    where TOutput : unmanaged, IFloatingPointIeee754<TOutput>
{
    /// <summary>Begins sequences.</summary>
    /// <param name="streams">How many run side by side, 1 or more.</param>
    /// <returns>What remembers them. Safe to call from many threads at once.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one.</exception>
    public PredictionStream<TInput, TOutput> OpenStream(int streams = 1);
}

/// <summary>A network that says at each position of a text which token comes next, as probabilities; <see cref="Generation"/> lets it write.</summary>
public interface ILanguageModel : IStreaming<int, float>;
