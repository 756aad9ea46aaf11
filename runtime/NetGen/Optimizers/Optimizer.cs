using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// A rule that changes parameters by their gradients. The formulas are PyTorch's (<c>torch.optim</c>), so that every step can be checked against
/// it value by value. An optimizer belongs to the network of its first step: its state (moments and the like) is laid out for it.
/// </summary>
/// <remarks>
/// Settings other than <see cref="LearningRate"/> are fixed when the optimizer is made. The number of steps is counted for the
/// optimizer as a whole: a parameter that is unfrozen later takes part in it as if it had had zero gradients before.
/// Updates use no fused multiply-add: their bits are the same on all instruction sets.
/// </remarks>
public abstract class Optimizer
{
    private AlignedBuffer?[] _state = [];
    private nint _state0;
    private nint _state1;
    private nint _state2;
    private object? _storage;
    private string? _network;
    private double _learningRate;

    private protected Optimizer(double learningRate) => LearningRate = learningRate;

    /// <summary>The learning rate, finite and not negative. May be changed between steps; the next step uses it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public double LearningRate
    {
        get => _learningRate;
        set => _learningRate = Setting.NotNegative(value, nameof(LearningRate));
    }

    /// <summary>The number of steps that have begun.</summary>
    public long Steps { get; private set; }

    /// <summary>What the state arrays start at, at most three; null for one that the settings do not ask for.</summary>
    private protected abstract double?[] InitialState { get; }

    /// <summary>Begins a step: called once by generated code before the updates of a step.</summary>
    /// <typeparam name="T">The number type of the network.</typeparam>
    /// <param name="storage">The parameters of the network.</param>
    /// <exception cref="InvalidOperationException">The optimizer belongs to another network, or its settings contradict each other.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void BeginStep<T>(ParameterStorage<T> storage)
        where T : unmanaged
    {
        if (!ReferenceEquals(storage, _storage))
        {
            Bind(storage);
        }

        Steps++;
        Prepare();
    }

    /// <summary>Updates a chunk of parameters. Chunks of one step may be updated at the same time on several threads.</summary>
    /// <param name="parameters">The first parameter of the chunk.</param>
    /// <param name="gradients">The first gradient of the chunk.</param>
    /// <param name="kernelOffset">Where the chunk starts in the kernel block; the optimizer's own state lies there too.</param>
    /// <param name="count">The number of values, a multiple of 64 bytes.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract void Update(ref float parameters, ref float gradients, int kernelOffset, int count);

    /// <inheritdoc cref="Update(ref float, ref float, int, int)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract void Update(ref double parameters, ref double gradients, int kernelOffset, int count);

    /// <summary>Checks settings that depend on each other; called at the first step, when all of them have been given.</summary>
    private protected virtual void Validate()
    {
    }

    /// <summary>Computes what is the same for all parameters of the step that begins.</summary>
    private protected abstract void Prepare();

    /// <summary>Runs a rule on a chunk with the state that belongs to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected unsafe void Run<TRule, T>(in TRule rule, ref T parameters, ref T gradients, int kernelOffset, int count)
        where TRule : struct, IUpdateRule
        where T : unmanaged, INumberBase<T>
    {
        nint offset = (nint)kernelOffset * sizeof(T);
        UpdateLoop.Run(in rule, new UpdateChunk<T>(ref parameters, ref gradients, count, _state0 + offset, _state1 + offset, _state2 + offset));
    }

    private void Bind<T>(ParameterStorage<T> storage)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(storage);
        if (_storage is not null)
        {
            string other = storage.Network == _network ? $"another {storage.Network}" : storage.Network;
            throw new InvalidOperationException(
                $"This {GetType().Name} belongs to {_network}, whose state it keeps, and was given to {other}. Make one optimizer per network.");
        }

        Validate();
        _state = [.. InitialState.Select(initial => initial is { } value ? Allocate<T>(storage.KernelLength, value) : null)];
        _state0 = _state.ElementAtOrDefault(0)?.Address ?? 0;
        _state1 = _state.ElementAtOrDefault(1)?.Address ?? 0;
        _state2 = _state.ElementAtOrDefault(2)?.Address ?? 0;
        _network = storage.Network;
        _storage = storage;
    }

    private static unsafe AlignedBuffer Allocate<T>(int length, double initial)
        where T : unmanaged
    {
        AlignedBuffer buffer = new((nint)length * sizeof(T));
        if (initial == 0)
        {
            return buffer;
        }

        if (typeof(T) == typeof(double))
        {
            buffer.Span<double>(0, length).Fill(initial);
        }
        else
        {
            buffer.Span<float>(0, length).Fill((float)initial);
        }

        return buffer;
    }
}
