using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>What an optimizer keeps for the network that it belongs to.</summary>
internal abstract class OptimizerBinding
{
    public abstract object Storage { get; }

    public abstract string Network { get; }

    /// <summary>The arrays of the optimizer by PyTorch's names, in the kernels' layout.</summary>
    public abstract IReadOnlyList<(string Name, ParameterBlock Block)> Blocks { get; }

    /// <summary>Where a state array starts; 0 for one that the optimizer has not got.</summary>
    public abstract nint StateAddress(int state);

    /// <summary>Adds a share of the gradient of all parameters that are not frozen to what is accumulated.</summary>
    /// <param name="gradient">The address of the gradient in the kernels' layout.</param>
    /// <param name="isFirst">Whether it starts a new sum.</param>
    public abstract void Accumulate(nint gradient, bool isFirst);

    /// <summary>The L2 norm of a gradient without that of frozen parameters; its bits do not depend on the number of threads.</summary>
    /// <param name="gradient">The address of the gradient in the kernels' layout; null: the accumulated one.</param>
    /// <param name="limit">What its values are clipped to first.</param>
    public abstract double Norm(nint? gradient, double limit);

    /// <summary>Updates all parameters that are not frozen.</summary>
    /// <param name="gradient">The address of the gradient in the kernels' layout; null: the accumulated one.</param>
    public abstract void Update(nint? gradient);

    /// <summary>Makes all transposed copies of the parameters anew.</summary>
    public abstract void RefreshTransposed();
}

/// <inheritdoc/>
internal sealed class OptimizerBinding<T> : OptimizerBinding
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ParameterStorage<T> _storage;
    private readonly AlignedBuffer?[] _states;
    private readonly AlignedBuffer? _accumulated;
    private readonly WholeGradient<T>? _whole;
    private readonly double _divisor;

    public OptimizerBinding(Optimizer optimizer, ParameterStorage<T> storage, IReadOnlyList<StateArray?> states)
    {
        _storage = storage;
        _divisor = optimizer.AccumulationSteps;
        _states = [.. states.Select(state => state is null ? null : Allocate(state.Initial))];
        List<(string, ParameterBlock)> blocks = [];
        for (int index = 0; index < states.Count; index++)
        {
            if (_states[index] is { } buffer)
            {
                blocks.Add((states[index]!.Name, new ParameterBlock<T>(storage, buffer)));
            }
        }

        if (optimizer.WantsWholeGradient)
        {
            _whole = new WholeGradient<T>(optimizer, storage);
        }

        if (optimizer.AccumulationSteps > 1)
        {
            _accumulated = Allocate(0);
            blocks.Add(("accumulated_gradient", new ParameterBlock<T>(storage, _accumulated)));
        }

        Blocks = blocks;
    }

    public override object Storage => _storage;

    public override string Network => _storage.Network;

    public override IReadOnlyList<(string Name, ParameterBlock Block)> Blocks { get; }

    public override nint StateAddress(int state) => state < _states.Length ? _states[state]?.Address ?? 0 : 0;

    public override void Accumulate(nint gradient, bool isFirst) =>
        _whole!.Accumulate(gradient, _accumulated!.Address, new AccumulationRule(!isFirst, _divisor));

    public override double Norm(nint? gradient, double limit) => _whole!.Norm(gradient ?? _accumulated!.Address, limit);

    public override void Update(nint? gradient) => _whole!.Update(gradient ?? _accumulated!.Address);

    public override void RefreshTransposed() => _storage.RefreshAll();

    /// <summary>Padding starts and stays at zero, whatever the values start at, so that a state read parameter by parameter is the whole state.</summary>
    private AlignedBuffer Allocate(double initial)
    {
        AlignedBuffer buffer = new((nint)_storage.KernelLength * Unsafe.SizeOf<T>());
        for (int index = 0; index < _storage.Parameters.Count && initial != 0; index++)
        {
            T[] values = new T[_storage.Parameters[index].Length];
            Array.Fill(values, T.CreateTruncating(initial));
            _storage.Pack(index, values, buffer.Span<T>(0, _storage.KernelLength));
        }

        return buffer;
    }
}
