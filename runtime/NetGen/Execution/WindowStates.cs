using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// What stateful recurrences (<see cref="RecurrentLayerAttribute.Stateful"/>) leave from one window of some sequences to the next. The network's <c>NewState</c> makes it; its <c>Predict</c> and
/// <c>Step</c> read it and put in its place what they leave. For one thread at a time.
/// </summary>
/// <typeparam name="T">The network's number type.</typeparam>
public sealed class WindowStates<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private AlignedBuffer _before;
    private AlignedBuffer _after;

    internal WindowStates(NetworkLayout layout, int samples, int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        (Layout, Samples, Size) = (layout, samples, size);
        _before = new AlignedBuffer((nint)samples * Size * Unsafe.SizeOf<T>());
        _after = new AlignedBuffer((nint)samples * Size * Unsafe.SizeOf<T>());
    }

    /// <summary>How many sequences run side by side.</summary>
    public int Samples { get; }

    /// <summary>Numbers of all states, per sequence.</summary>
    public int Size { get; }

    internal NetworkLayout Layout { get; }

    internal nint Before => _before.Address;

    internal nint After => _after.Address;

    /// <summary>Forgets everything: the next window is the first of its sequences.</summary>
    public void Reset() => _before.Clear();

    /// <summary>Forgets one sequence: another begins in its place.</summary>
    /// <param name="sample">Which.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sequence.</exception>
    public void Reset(int sample)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sample);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sample, Samples);
        _before.Span<T>(sample * Size, Size).Clear();
    }

    /// <summary>The states: of each sequence all of them in the order of the layers; h and then c of an LSTM.</summary>
    /// <param name="states"><see cref="Size"/> values for each sequence, overwritten.</param>
    /// <exception cref="ArgumentException">The length is another.</exception>
    public void CopyTo(Span<T> states)
    {
        BatchCheck.Length(states.Length, (long)Samples * Size, "The states", Samples, nameof(states));
        _before.Span<T>(0, states.Length).CopyTo(states);
    }

    /// <summary>Gives the states to as many other sequences of the same network.</summary>
    internal void ShareWith(WindowStates<T> other) => _before.Span<T>(0, Samples * Size).CopyTo(other._before.Span<T>(0, Samples * Size));

    /// <summary>Replaces the states.</summary>
    /// <param name="states"><see cref="Size"/> values for each sequence, as <see cref="CopyTo"/> gives them.</param>
    /// <exception cref="ArgumentException">The length is another, or a value is not finite; nothing has changed.</exception>
    public void CopyFrom(ReadOnlySpan<T> states)
    {
        BatchCheck.Length(states.Length, (long)Samples * Size, "The states", Samples, nameof(states));
        BatchCheck.Finite(states, Math.Max(1, Size), "States", nameof(states));
        states.CopyTo(_before.Span<T>(0, states.Length));
    }

    /// <summary>What the window leaves is what the next one finds.</summary>
    internal void Advance() => (_before, _after) = (_after, _before);
}
