using System.ComponentModel;
using System.Numerics;

namespace NetGen.Runtime;

/// <summary>An optimizer whose state lies on a device: its arrays, groups and constants as the device's host needs them.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DeviceOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ParameterStorage<T> _storage;
    private readonly ParameterBlock<T>[] _blocks;

    internal DeviceOptimizer(Optimizer optimizer, ParameterStorage<T> storage)
    {
        optimizer.Attach(storage.Parameters);
        Optimizer = optimizer;
        _storage = storage;
        _blocks = [.. optimizer.StateBlocks.Select(state => (ParameterBlock<T>)state.Block)];
    }

    /// <summary>The optimizer.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>Arrays of a value per parameter value; where gradients are accumulated the last holds them.</summary>
    public int States => _blocks.Length;

    /// <summary>Whether gradients are gathered over several steps.</summary>
    public bool Accumulates => Optimizer.AccumulationSteps > 1;

    /// <summary>Whether the norm of the gradient is needed.</summary>
    public bool ClipsByNorm => Optimizer.ClipsByNorm;

    /// <summary>Groups of parameters; at least 1.</summary>
    public int Groups => Optimizer.Groups.Count + 1;

    /// <summary>The group of a parameter, or -1 for a frozen one.</summary>
    /// <param name="parameter">Its position.</param>
    /// <returns>The group, from 0.</returns>
    public int GroupOf(int parameter) => _storage.IsFrozen(parameter) ? -1 : Optimizer.GroupOf(_storage.Layouts[parameter].KernelOffset);

    /// <summary>Copies what belongs to a parameter out of an array of the optimizer.</summary>
    /// <param name="state">Which array.</param>
    /// <param name="parameter">Which parameter.</param>
    /// <param name="values">Its values in the file's layout, overwritten.</param>
    public void Read(int state, int parameter, Span<T> values) => _storage.Unpack(parameter, _blocks[state].Buffer.Span<T>(0, _storage.KernelLength), values);

    /// <summary>Copies what belongs to a parameter into an array of the optimizer.</summary>
    /// <param name="state">Which array.</param>
    /// <param name="parameter">Which parameter.</param>
    /// <param name="values">Its values in the file's layout.</param>
    public void Write(int state, int parameter, ReadOnlySpan<T> values) => _storage.Pack(parameter, values, _blocks[state].Buffer.Span<T>(0, _storage.KernelLength));

    /// <summary>What the accumulation of a gradient is told.</summary>
    /// <param name="update">Divisor and what is kept are overwritten.</param>
    /// <returns>Whether this gradient is the last before an update.</returns>
    public bool Accumulate(ref GpuUpdate<T> update)
    {
        update.Divisor = T.CreateTruncating((double)Optimizer.AccumulationSteps);
        update.Kept = Optimizer.AccumulatedSteps == 0 ? 0 : 1;
        return Optimizer.CountAccumulated();
    }

    /// <summary>Goes on to the next update.</summary>
    public void BeginUpdate() => Optimizer.BeginDeviceUpdate();

    /// <summary>The constants of the update that has begun.</summary>
    /// <param name="group">For which group.</param>
    /// <param name="update">Overwritten, but for lengths and slices.</param>
    /// <returns>The rule.</returns>
    public DeviceRule Constants(int group, ref GpuUpdate<T> update)
    {
        update.Group = group;
        return Optimizer.WriteConstants(group, ref update);
    }

    /// <summary>Tells the optimizer the norm of the gradient of its last update.</summary>
    /// <param name="norm">The L2 norm.</param>
    public void SetGradientNorm(double norm) => Optimizer.SetGradientNorm(norm);
}
