using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// One run of a program over one batch: its arena, the user's memory, and where gradients go. Kernels find everything through it.
/// Addresses are only valid while the run lasts.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class Pass<T>
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    /// <summary>Bytes of the gradient block of one task: a panel of rows of a panel's width, and the longest vector piece.</summary>
    private static readonly int BlockBytes = Runtime.Panels.Width<T>() * 128;

    private AlignedBuffer _arena = new(0);
    private AlignedBuffer _rowWeights = new(0);
    private AlignedBuffer _blocks = new(0);
    private nint _parameters;
    private nint _transposed;
    private nint _scalars;
    private nint _fixed;
    private nint _firstWeight;

    internal Pass(ParameterStorage<T> storage)
    {
        Storage = storage;
        _parameters = storage.Address;
        _transposed = storage.TransposedAddress;
    }

    /// <summary>The parameters.</summary>
    public ParameterStorage<T> Storage { get; }

    /// <summary>Samples.</summary>
    public int Batch { get; private set; }

    /// <summary>Whether the gradient by the input was asked for.</summary>
    public bool WantsInputGradient => InputGradientAddress != 0 || _inputGradients.IsAnySet;

    /// <summary>Whether gradients of parameters are asked for, or an update.</summary>
    public bool WantsGradients => GradientAddress != 0 || Optimizer is not null;

    /// <summary>The user's inputs, row-major.</summary>
    public ref T Input => ref Memory.At<T>(InputAddress);

    /// <summary>The user's targets, row-major.</summary>
    public ref T Target => ref Memory.At<T>(TargetAddress);

    /// <summary>The user's outputs, row-major.</summary>
    public ref T Output => ref Memory.At<T>(OutputAddress);

    /// <summary>Gradients by the outputs, row-major.</summary>
    public ref T OutputGradient => ref Memory.At<T>(OutputGradientAddress);

    /// <summary>Gradients by the inputs, row-major.</summary>
    public ref T InputGradient => ref Memory.At<T>(InputGradientAddress);

    internal nint InputAddress
    {
        get => _inputs[0];
        set => _inputs[0] = value;
    }

    internal nint TargetAddress
    {
        get => _targets[0];
        set => _targets[0] = value;
    }

    internal nint OutputAddress
    {
        get => _outputs[0];
        set => _outputs[0] = value;
    }

    internal nint OutputGradientAddress
    {
        get => _outputGradients[0];
        set => _outputGradients[0] = value;
    }

    internal nint InputGradientAddress
    {
        get => _inputGradients[0];
        set => _inputGradients[0] = value;
    }

    internal nint RowWeightAddress => _rowWeights.Address;

    /// <summary>The gradient of all parameters in the kernels' layout, or 0 when it is used up block by block.</summary>
    internal nint GradientAddress { get; set; }

    internal Optimizer? Optimizer { get; set; }

    /// <summary>Whether this is a step, which alone changes what training gathers.</summary>
    internal bool UpdatesBuffers { get; set; }

    internal ulong MaskSeed { get; set; }

    internal uint MaskStep { get; set; }

    internal int Chunks { get; private set; }

    /// <summary>How many rows have the same weight in the row weights as they stand; 0 when they differ.</summary>
    internal int UniformRows { get; set; }

    /// <summary>A value in the arena, from its row <paramref name="row"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Panels(int unit, int row) => ref Memory.At<T>(_arena.Address + ((((nint)unit * Batch) + row) * 128));

    /// <summary>Numbers per row in the arena, from row <paramref name="row"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Scalars(int index, int row) => ref Unsafe.Add(ref Memory.At<T>(_scalars), ((nint)index * Batch) + row);

    /// <summary>The label of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref int Label(int row) => ref Unsafe.Add(ref Memory.At<int>(TargetAddress), row);

    /// <summary>The weight of a row in the mean.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T RowWeight(int row) => ref Unsafe.Add(ref Memory.At<T>(_firstWeight), row);

    /// <summary>The kernels' parameters from <paramref name="offset"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Parameter(int offset) => ref Unsafe.Add(ref Memory.At<T>(_parameters), (nint)offset);

    /// <summary>The transposed weights from <paramref name="offset"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Transposed(int offset) => ref Unsafe.Add(ref Memory.At<T>(_transposed), (nint)offset);

    /// <summary>Where a task writes its block of the gradient: into the whole gradient if that was asked for, else into the chunk's own block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Gradient(int offset, int chunk) => ref GradientAddress != 0
        ? ref Unsafe.Add(ref Memory.At<T>(GradientAddress), (nint)offset)
        : ref Memory.At<T>(_blocks.Address + ((nint)chunk * BlockBytes));

    /// <summary>Lets the optimizer use a block of the gradient.</summary>
    /// <param name="offset">The first of the parameters concerned, in the kernels' block.</param>
    /// <param name="count">How many; a multiple of 64 bytes.</param>
    /// <param name="gradient">Their gradient.</param>
    /// <returns>False when nobody optimizes, so that the parameters stay as they are.</returns>
    public bool Update(int offset, int count, ref T gradient)
    {
        if (Optimizer is not { } optimizer)
        {
            return false;
        }

        if (typeof(T) == typeof(float))
        {
            optimizer.Update(ref Unsafe.As<T, float>(ref Parameter(offset)), ref Unsafe.As<T, float>(ref gradient), offset, count);
        }
        else
        {
            optimizer.Update(ref Unsafe.As<T, double>(ref Parameter(offset)), ref Unsafe.As<T, double>(ref gradient), offset, count);
        }

        return true;
    }

    /// <summary>Draws the dropout mask of some rows.</summary>
    /// <param name="unit">Where it goes.</param>
    /// <param name="features">Values per row.</param>
    /// <param name="from">First row.</param>
    /// <param name="to">Row after the last.</param>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="threshold">A random word below it, of 2³², drops the value.</param>
    /// <param name="scale">What kept values are multiplied with.</param>
    /// <param name="stream">The layer.</param>
    public void Mask(int unit, int features, int from, int to, int rows, uint threshold, T scale, int stream) =>
        Mask(ref Panels(unit, 0), features, from, to, rows, threshold, scale, stream);

    /// <summary>Draws a mask that is the same for all samples.</summary>
    /// <param name="unit">Where it goes.</param>
    /// <param name="features">Values per row.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="threshold">A random word below it, of 2³², drops the value.</param>
    /// <param name="scale">What kept values are multiplied with.</param>
    /// <param name="stream">The layer.</param>
    public void MaskOnce(int unit, int features, int rows, uint threshold, T scale, int stream) => Mask(ref Fixed(unit), features, 0, rows, rows, threshold, scale, stream);

    internal void Prepare(ProgramLayout program, int batch, int chunks)
    {
        Batch = batch;
        Chunks = chunks;
        var scalars = (((nint)program.Scalars * Unsafe.SizeOf<T>() * batch) + 127) & -128;
        var rows = ((nint)program.Units * 128 * batch) + scalars + ((nint)program.Fixed * 128);
        _ = Grow(ref _arena, rows + MeasureLanes(program));
        _ = Grow(ref _blocks, (nint)chunks * BlockBytes);
        _scalars = _arena.Address + ((nint)program.Units * 128 * batch);
        _fixed = _scalars + scalars;
        PlaceLanes(_arena.Address + rows);
    }

    /// <summary>Makes room for the weights of a batch, which may be run in several blocks, and starts at the first.</summary>
    internal void PrepareRowWeights(int rows)
    {
        if (Grow(ref _rowWeights, (nint)rows * Unsafe.SizeOf<T>()))
        {
            UniformRows = 0;
        }

        _firstWeight = _rowWeights.Address;
    }

    /// <summary>Starts a block at a row of the batch whose weights were prepared.</summary>
    internal void BeginWeightsAt(int row) => _firstWeight = _rowWeights.Address + ((nint)row * Unsafe.SizeOf<T>());

    /// <summary>Forgets the user's memory.</summary>
    internal void Release()
    {
        ClearAddresses();
        GradientAddress = 0;
        Optimizer = null;
        UpdatesBuffers = false;
    }

    private void Mask(ref T panels, int features, int from, int to, int rows, uint threshold, T scale, int stream)
    {
        var stride = (nint)rows * Runtime.Panels.Width<T>();
        for (var row = from; row < to; row++)
        {
            ref var mask = ref Unsafe.Add(ref panels, (nint)row * Runtime.Panels.Width<T>());
            if (typeof(T) == typeof(float))
            {
                DropoutMask.Row(ref Unsafe.As<T, float>(ref mask), stride, features, threshold, Unsafe.As<T, float>(ref scale), MaskSeed, (uint)stream, (uint)row, MaskStep);
            }
            else
            {
                DropoutMask.Row(ref Unsafe.As<T, double>(ref mask), stride, features, threshold, Unsafe.As<T, double>(ref scale), MaskSeed, (uint)stream, (uint)row, MaskStep);
            }
        }
    }

    private static bool Grow(ref AlignedBuffer buffer, nint bytes)
    {
        if (buffer.Bytes >= bytes)
        {
            return false;
        }

        buffer = new AlignedBuffer(bytes);
        return true;
    }
}
