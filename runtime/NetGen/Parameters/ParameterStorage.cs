using System.Buffers;
using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>
/// The memory behind the parameters of one network: one aligned block in the kernels' layouts, and one of transposed weights for the
/// backward pass. Readers may be many; there is one writer at a time, and none while a reader computes.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ParameterStorage<T>
    where T : unmanaged
{
    private readonly ParameterLayout[] _layouts;
    private readonly AlignedBuffer _kernels;
    private readonly AlignedBuffer _transposed;

    /// <summary>Allocates the memory and draws the initial values.</summary>
    /// <param name="network">The name of the network, for messages.</param>
    /// <param name="layouts">The parameters in file order.</param>
    /// <param name="seed">The seed: the same one gives the same values on every machine.</param>
    /// <param name="buffers">What training gathers, behind the parameters; null for nothing.</param>
    /// <param name="weights">What the values are, instead of those that are drawn; null for these.</param>
    /// <exception cref="ArgumentException">A layout contradicts itself or overlaps another.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither <see cref="float"/> nor <see cref="double"/>.</exception>
    public ParameterStorage(string network, ParameterLayout[] layouts, ulong seed, ParameterLayout[]? buffers = null, EmbeddedWeights? weights = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(layouts);
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
        {
            throw new NotSupportedException($"Parameters are float or double, not {typeof(T).Name}.");
        }

        (int kernelLength, int transposedLength) = LayoutCheck.Measure<T>(network, layouts);
        Network = network;
        KernelLength = kernelLength;
        _layouts = layouts;
        _bufferLayouts = buffers ?? [];
        BlockLength = LayoutCheck.MeasureBuffers<T>(network, _bufferLayouts, kernelLength);
        _kernels = new AlignedBuffer((nint)BlockLength * ElementSize);
        _transposed = new AlignedBuffer((nint)transposedLength * ElementSize);
        Address = _kernels.Address;
        TransposedAddress = _transposed.Address;
        Parameters = new ParameterSet<T>(this, [.. layouts.Select((layout, index) => new Parameter<T>(this, index, layout))]);
        _counters = new long[_bufferLayouts.Length];
        Buffers = new BufferSet(network, [.. _bufferLayouts.Select(MakeBuffer)]);
        RequireDistinctNames();
        if (weights is null)
        {
            Initialize(seed);
        }
        else
        {
            weights.CopyTo(this);
            RefreshAll();
        }
    }

    /// <summary>The name of the network.</summary>
    public string Network { get; }

    /// <summary>The address of the kernel block, a multiple of 64.</summary>
    public nint Address { get; }

    /// <summary>The address of the block of transposed weights, a multiple of 64.</summary>
    public nint TransposedAddress { get; }

    /// <summary>The length of the parameters in the kernel block, in values: what optimizers and gradients are about.</summary>
    public int KernelLength { get; }

    /// <summary>The parameters as users see them.</summary>
    public ParameterSet<T> Parameters { get; }

    /// <summary>The parameters as the kernels see them.</summary>
    internal IReadOnlyList<ParameterLayout> Layouts => _layouts;

    private static unsafe int ElementSize => sizeof(T);

    /// <summary>Whether training leaves a parameter as it is.</summary>
    /// <param name="parameterIndex">The position of the parameter.</param>
    /// <returns>True for a frozen parameter.</returns>
    public bool IsFrozen(int parameterIndex) => Parameters[parameterIndex].Frozen;

    /// <summary>Whether training leaves any parameter as it is.</summary>
    internal bool IsAnyFrozen
    {
        get
        {
            for (int index = 0; index < _layouts.Length; index++)
            {
                if (IsFrozen(index))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Makes the transposed copy of a parameter anew, if it has one; called after its kernel values have changed.</summary>
    /// <param name="parameterIndex">The position of the parameter.</param>
    public void Refresh(int parameterIndex)
    {
        ParameterLayout layout = _layouts[parameterIndex];
        if (layout.TransposedOffset >= 0)
        {
            (int n, int k) = (layout.Shape[0], layout.Inputs);
            Panels.TransposeWeight<T>(Kernel(layout), n, k, _transposed.Span<T>(layout.TransposedOffset, Panels.WeightLength<T>(k, n)));
        }
    }

    /// <summary>Brings gradients from the kernels' layouts into the file's; those of frozen parameters are zero.</summary>
    /// <param name="kernelGradients">The address of <see cref="KernelLength"/> values, laid out as the kernel block.</param>
    /// <param name="gradients"><see cref="ParameterSet.Length"/> values, overwritten.</param>
    /// <exception cref="ArgumentException"><paramref name="gradients"/> has another length.</exception>
    public unsafe void UnpackGradients(nint kernelGradients, Span<T> gradients)
    {
        if (gradients.Length != Parameters.Length)
        {
            throw new ArgumentException($"The gradients of {Network} are {Parameters.Length} values, the span has {gradients.Length}.", nameof(gradients));
        }

        for (int index = 0; index < _layouts.Length; index++)
        {
            ParameterLayout layout = _layouts[index];
            Parameter<T> parameter = Parameters[index];
            Span<T> destination = gradients.Slice(parameter.Offset, parameter.Length);
            if (parameter.Frozen)
            {
                destination.Clear();
            }
            else
            {
                Unpack(layout, new ReadOnlySpan<T>((T*)kernelGradients + layout.KernelOffset, layout.KernelLength), destination);
            }
        }
    }

    /// <summary>Brings values of a parameter from the file's order into that of its rows: taps before channels. For most parameters both are the same.</summary>
    /// <param name="parameterIndex">The position of the parameter.</param>
    /// <param name="values">Its values, changed in place.</param>
    public void ToRows(int parameterIndex, Span<T> values) => Exchange(_layouts[parameterIndex], values, toRows: true);

    /// <summary>Brings values of a parameter from the order of its rows into the file's: the inverse of <see cref="ToRows"/>.</summary>
    /// <param name="parameterIndex">The position of the parameter.</param>
    /// <param name="values">Its values, changed in place.</param>
    public void FromRows(int parameterIndex, Span<T> values) => Exchange(_layouts[parameterIndex], values, toRows: false);

    /// <summary>All parameters in the kernels' layout; <see cref="RefreshAll"/> after a change.</summary>
    internal Span<T> Kernels => _kernels.Span<T>(0, KernelLength);

    /// <summary>Makes all transposed copies anew.</summary>
    internal void RefreshAll()
    {
        for (int index = 0; index < _layouts.Length; index++)
        {
            Refresh(index);
        }
    }

    internal void Read(int index, Span<T> values) => Unpack(index, Kernels, values);

    internal void Write(int index, ReadOnlySpan<T> values)
    {
        Pack(index, values, Kernels);
        Refresh(index);
    }

    /// <summary>Brings what belongs to a parameter from a block in the kernels' layout into the file's.</summary>
    internal void Unpack(int index, ReadOnlySpan<T> block, Span<T> values) =>
        Unpack(_layouts[index], block.Slice(_layouts[index].KernelOffset, _layouts[index].KernelLength), values);

    /// <summary>Brings values from the file's layout to their place in a block in the kernels'.</summary>
    internal void Pack(int index, ReadOnlySpan<T> values, Span<T> block)
    {
        ParameterLayout layout = _layouts[index];
        Span<T> kernel = block.Slice(layout.KernelOffset, layout.KernelLength);
        if (layout.Kind == ParameterKind.Matrix)
        {
            Panels.PackWeight(values, layout.Shape[0], layout.Inputs, kernel, Math.Max(1, layout.Taps));
        }
        else
        {
            Panels.PackVector(values, kernel);
        }
    }

    private static void Unpack(ParameterLayout layout, ReadOnlySpan<T> kernel, Span<T> values)
    {
        if (layout.Kind == ParameterKind.Matrix)
        {
            Panels.UnpackWeight(kernel, layout.Shape[0], layout.Inputs, values, Math.Max(1, layout.Taps));
        }
        else
        {
            Panels.UnpackVector(kernel, values);
        }
    }

    // Each output's values are a matrix, [channels, taps] in the file and [taps, channels] in a row.
    private static void Exchange(ParameterLayout layout, Span<T> values, bool toRows)
    {
        if (layout.Taps <= 1 || layout.Inputs == layout.Taps)
        {
            return;
        }

        var (taps, channels) = (layout.Taps, layout.Inputs / layout.Taps);
        var before = ArrayPool<T>.Shared.Rent(layout.Inputs);
        for (var start = 0; start < values.Length; start += layout.Inputs)
        {
            var row = values.Slice(start, layout.Inputs);
            row.CopyTo(before);
            for (var channel = 0; channel < channels; channel++)
            {
                for (var tap = 0; tap < taps; tap++)
                {
                    var (file, inRow) = ((channel * taps) + tap, (tap * channels) + channel);
                    row[toRows ? inRow : file] = before[toRows ? file : inRow];
                }
            }
        }

        ArrayPool<T>.Shared.Return(before);
    }

    private void Initialize(ulong seed)
    {
        for (int index = 0; index < _layouts.Length; index++)
        {
            Write(index, Draw(_layouts[index], index, Parameters[index].Length, seed));
        }

        for (int index = 0; index < _bufferLayouts.Length; index++)
        {
            if (_bufferLayouts[index].Kind != ParameterKind.Counter)
            {
                WriteBuffer(index, Draw(_bufferLayouts[index], _layouts.Length + index, Buffers[index].Length, seed));
            }
        }
    }

    private static T[] Draw(ParameterLayout layout, int ordinal, int length, ulong seed)
    {
        T[] values = new T[length];
        if (values is float[] singles)
        {
            Initialization.Fill<float>(layout, ordinal, seed, singles);
        }
        else if (values is double[] doubles)
        {
            Initialization.Fill<double>(layout, ordinal, seed, doubles);
        }

        if (layout.ZeroRow >= 0)
        {
            values.AsSpan(layout.ZeroRow * layout.Inputs, layout.Inputs).Clear();
        }

        return values;
    }

    private Span<T> Kernel(ParameterLayout layout) => _kernels.Span<T>(layout.KernelOffset, layout.KernelLength);
}
