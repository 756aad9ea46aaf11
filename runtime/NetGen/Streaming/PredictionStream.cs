using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Sequences that a network sees one position at a time, as they come: what it has to know of the positions before, states of recurrences and keys and values of attention, is remembered
/// here. The answers are those of <c>Predict</c>, up to rounding; each costs one position. For one thread at a time; several streams of one network may run on several threads. Training
/// in between shows in the next position, but what is remembered stays what the old weights made of it.
/// </summary>
/// <typeparam name="TInput"><see cref="int"/> for tokens, otherwise the type of the values.</typeparam>
/// <typeparam name="TOutput">The network's number type.</typeparam>
public sealed class PredictionStream<TInput, TOutput>
    where TInput : unmanaged, INumberBase<TInput>
    where TOutput : unmanaged, IFloatingPointIeee754<TOutput>
{
    private readonly NetworkCore<TOutput> _core;
    private readonly StreamLayout _layout;
    private readonly Pass<TOutput> _pass;
    private readonly AlignedBuffer _input;
    private readonly AlignedBuffer _position;
    private readonly AlignedBuffer _cache;
    private readonly WindowStates<TOutput> _states;

    internal PredictionStream(NetworkCore<TOutput> core, int streams)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(streams, 1);
        _core = core;
        _layout = core.Layout.Stream!;
        _pass = core.NewPass();
        Streams = streams;
        _input = Room(_layout.Input);
        _position = Room(1);
        _cache = Room(_layout.Cache);
        _states = new WindowStates<TOutput>(_core.Layout, streams, _layout.Remembered);
    }

    /// <summary>How many sequences run side by side.</summary>
    public int Streams { get; }

    /// <summary>How many positions have been seen since the beginning.</summary>
    public int Position { get; private set; }

    /// <summary>How many positions there may be: the length of the network's input, where its answers depend on the number of a position; otherwise <see cref="int.MaxValue"/>.</summary>
    public int Capacity => _layout.Positions == 0 ? int.MaxValue : _layout.Positions;

    /// <summary>Values of a position, per sequence; 1 for a token.</summary>
    public int InputSize => _layout.Input;

    /// <summary>Values of an answer, per sequence.</summary>
    public int OutputSize => _layout.Output;

    /// <summary>Numbers of all states of recurrent layers, per sequence.</summary>
    public int StateSize => _layout.Remembered;

    /// <summary>One position of each sequence. Allocates nothing after the first call.</summary>
    /// <param name="inputs"><see cref="InputSize"/> values for each sequence.</param>
    /// <param name="outputs"><see cref="OutputSize"/> values for each sequence, overwritten: what <c>Predict</c> says at this position or, where it answers once, of a sequence that ends here.</param>
    /// <exception cref="ArgumentException">A length is another, a token is outside of the vocabulary, or a value is not finite; nothing has changed.</exception>
    /// <exception cref="InvalidOperationException"><see cref="Capacity"/> positions have been seen.</exception>
    public unsafe void Advance(ReadOnlySpan<TInput> inputs, Span<TOutput> outputs)
    {
        BatchCheck.Length(inputs.Length, (long)Streams * InputSize, "The inputs of a position", Streams, nameof(inputs));
        BatchCheck.Length(outputs.Length, (long)Streams * OutputSize, "The outputs of a position", Streams, nameof(outputs));
        if (Position >= Capacity)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"{_core.Layout.Info.Name} knows {Capacity} positions, and all have been seen; call Reset to begin anew."));
        }

        Take(inputs);
        _position.Span<TOutput>(0, Streams).Fill(TOutput.CreateTruncating(Position));
        fixed (TOutput* output = outputs)
        {
            _pass.SetInput(0, _input.Address, InputSize);
            _pass.SetInput(1, _position.Address, 1);
            _pass.SetInput(2, _states.Before, StateSize);
            _pass.SetOutput(0, (nint)output);
            _pass.SetOutput(1, _states.After);
            _pass.SetCache(_cache.Address, _layout.Cache);
            _pass.SetPosition(Position);
            _core.Advance(_pass, Streams);
            _pass.Release();
        }

        _states.Advance();
        Position++;
    }

    /// <summary>Forgets everything: the next position is the first.</summary>
    public void Reset()
    {
        _states.Reset();
        Position = 0;
    }

    /// <summary>Lets another stream of the same network go on from here: it remembers what this one does, and has seen as many positions. For a beginning that several texts share.</summary>
    /// <param name="other">A stream with as many sequences.</param>
    /// <exception cref="ArgumentException">It is one of another network, or of another number of sequences; nothing has changed.</exception>
    public void CopyTo(PredictionStream<TInput, TOutput> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other._core != _core || other.Streams != Streams)
        {
            throw new ArgumentException($"A stream of {Streams} sequences of this very network is needed; this is one of {other.Streams}{(other._core == _core ? "" : " of another")}.", nameof(other));
        }

        _states.ShareWith(other._states);
        _cache.Span<TOutput>(0, Streams * _layout.Cache).CopyTo(other._cache.Span<TOutput>(0, Streams * _layout.Cache));
        other.Position = Position;
    }

    /// <summary>What recurrent layers remember: of each sequence all states in the order of the layers; h and then c of an LSTM.</summary>
    /// <param name="states"><see cref="StateSize"/> values for each sequence, overwritten.</param>
    /// <exception cref="ArgumentException">The length is another.</exception>
    public void CopyStateTo(Span<TOutput> states) => _states.CopyTo(states);

    /// <summary>Lets recurrent layers go on from states of elsewhere, such as those that another stream had.</summary>
    /// <param name="states"><see cref="StateSize"/> values for each sequence, as <see cref="CopyStateTo"/> gives them.</param>
    /// <exception cref="ArgumentException">The length is another, or a value is not finite; nothing has changed.</exception>
    /// <exception cref="InvalidOperationException">States are not all that the network remembers: <see cref="CopyTo"/> copies everything.</exception>
    public void CopyStateFrom(ReadOnlySpan<TOutput> states)
    {
        if (_layout.Positions > 0)
        {
            throw new InvalidOperationException($"{_core.Layout.Info.Name} remembers more than states: keys and values of attention, or the number of the position; CopyTo copies a stream as a whole.");
        }

        _states.CopyFrom(states);
    }

    private AlignedBuffer Room(int perStream) => new((nint)perStream * Streams * Unsafe.SizeOf<TOutput>());

    private void Take(ReadOnlySpan<TInput> inputs)
    {
        var values = _input.Span<TOutput>(0, inputs.Length);
        var info = _core.Layout.Info;
        if (typeof(TInput) == typeof(int))
        {
            var vocabulary = info.Inputs[0].Vocabulary;
            if (BatchCheck.IndexOutside(MemoryMarshal.Cast<TInput, int>(inputs), vocabulary, allowed: 0) is >= 0 and var i)
            {
                throw new ArgumentException(FormattableString.Invariant($"The tokens of {info.Name} are whole numbers from 0 to {vocabulary - 1}, but position {Position} of sequence {i} is {inputs[i]}."), nameof(inputs));
            }
        }
        else if (!Panels.AllFinite(MemoryMarshal.Cast<TInput, TOutput>(inputs)))
        {
            throw new ArgumentException(FormattableString.Invariant($"Inputs of {info.Name} must be finite, but position {Position} has a value that is not."), nameof(inputs));
        }

        for (var at = 0; at < inputs.Length; at++)
        {
            values[at] = TOutput.CreateTruncating(inputs[at]);
        }
    }
}
