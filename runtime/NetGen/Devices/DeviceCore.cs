using System.ComponentModel;
using System.Numerics;

namespace NetGen.Runtime;

/// <summary>
/// What a network on any device does in the same way: check what it is given, cut it into blocks, put it into the staging memory, count steps. The code that is
/// injected into users' projects derives from it and adds memory and launches.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class DeviceCore<T> : IDisposable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly NetworkCore<T> _core;
    private int _isBusy;
    private bool _isDisposed;
    private int _filling;

    /// <summary>Puts a network beside its copy on a device.</summary>
    /// <param name="core">The network.</param>
    protected DeviceCore(NetworkCore<T> core)
    {
        ArgumentNullException.ThrowIfNull(core);
        _core = core;
    }

    /// <summary>The parameters in the memory of the network that this one was made from.</summary>
    public ParameterStorage<T> Storage => _core.Storage;

    /// <summary>What the network keeps besides its parameters.</summary>
    public BufferSet Buffers => _core.Buffers;

    /// <summary>What the file says besides parameters and buffers.</summary>
    public ModelMetadata Metadata => _core.Metadata;

    /// <summary>Where the network's random numbers come from; the same as on the processor.</summary>
    public RandomState Random => _core.Random;

    /// <summary>The network in numbers.</summary>
    protected NetworkLayout Network => _core.Layout;

    private NetworkInfo Info => Network.Info;

    /// <summary>Of the two slots, one that holds neither a staged batch nor one that is computed.</summary>
    private int FreeSlot => _staged == 0 || _submitted == 0 ? 1 : 0;

    /// <summary>Brings parameters and buffers, and the state of the optimizer, into the network that this one was made from.</summary>
    public void Download()
    {
        using var use = Enter();
        ReadParameters();
        if (_optimizer is not null)
        {
            ReadState(_optimizer);
        }
    }

    /// <summary>Brings parameters and buffers of the network that this one was made from, and the state of the optimizer, to the device.</summary>
    public void Upload()
    {
        using var use = Enter();
        WriteParameters();
        if (_optimizer is not null)
        {
            WriteState(_optimizer);
        }
    }

    /// <summary>Downloads, and writes all parameters, buffers and the metadata to a safetensors file.</summary>
    /// <param name="path">The file, replaced as a whole.</param>
    public void Save(string path)
    {
        Download();
        _core.Save(path);
    }

    /// <summary>Downloads, and writes all parameters, buffers and the metadata as kernels of processors keep them.</summary>
    /// <param name="path">The file, replaced as a whole.</param>
    public void SaveCompiled(string path)
    {
        Download();
        _core.SaveCompiled(path);
    }

    /// <summary>Reads all parameters, buffers and the metadata from a safetensors file, and uploads.</summary>
    /// <param name="path">The file.</param>
    public void Load(string path)
    {
        Download();
        _core.Load(path);
        Upload();
    }

    /// <summary>Reads parameters and buffers from a safetensors file of any architecture, and uploads.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pattern">Which of them, by name with <c>*</c> and <c>?</c>.</param>
    public void Load(string path, string pattern)
    {
        Download();
        _core.Load(path, pattern);
        Upload();
    }

    /// <summary>Frees the memory on the device. What was not downloaded is lost.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the memory on the device.</summary>
    /// <param name="disposing">True.</param>
    protected virtual void Dispose(bool disposing)
    {
        _isDisposed = true;
        Forget();
    }

    /// <summary>Samples that a run takes at most where nothing has to stay in memory.</summary>
    /// <param name="kind">The program.</param>
    /// <returns>At least 1.</returns>
    protected abstract int BlockOf(ProgramKind kind);

    /// <summary>Finds memory for a run; the spans of the slot's staging memory may then be filled.</summary>
    /// <param name="slot">Which of two batches that may be on the device together, 0 or 1.</param>
    /// <param name="kind">The program.</param>
    /// <param name="batch">Samples.</param>
    /// <param name="inputGradients">Whether gradients by the inputs are asked for.</param>
    /// <param name="isAhead">Whether another run may still be on its way.</param>
    protected abstract void Begin(int slot, ProgramKind kind, int batch, bool inputGradients, bool isAhead);

    /// <summary>Staging memory of an input.</summary>
    /// <param name="index">Which.</param>
    /// <returns>Exactly the batch.</returns>
    protected abstract Span<T> Input(int index);

    /// <summary>Staging memory of the target of a loss that compares with values.</summary>
    /// <param name="index">Which loss.</param>
    /// <returns>Exactly the batch.</returns>
    protected abstract Span<T> Target(int index);

    /// <summary>Staging memory of the target of a loss that compares with labels.</summary>
    /// <param name="index">Which loss.</param>
    /// <returns>Exactly the batch.</returns>
    protected abstract Span<int> Labels(int index);

    /// <summary>Staging memory of the weights of the rows of a loss.</summary>
    /// <param name="index">Which loss.</param>
    /// <returns>Exactly the batch.</returns>
    protected abstract Span<T> Shares(int index);

    /// <summary>Staging memory of the gradient by an output.</summary>
    /// <param name="index">Which output.</param>
    /// <returns>Exactly the batch.</returns>
    protected abstract Span<T> OutputGradient(int index);

    /// <summary>Begins to bring to the device what was filled.</summary>
    protected abstract void Send();

    /// <summary>Launches the program on what was sent.</summary>
    /// <param name="slot">Which batch.</param>
    /// <param name="isStep">Whether it is a training step, which alone changes what training gathers.</param>
    protected abstract void Launch(int slot, bool isStep);

    /// <summary>Waits for the run, and brings the losses back.</summary>
    /// <returns>Their sum.</returns>
    protected abstract double Wait();

    /// <summary>Brings an output of the last run back.</summary>
    /// <param name="index">Which.</param>
    /// <param name="values">Exactly the batch.</param>
    protected abstract void ReadOutput(int index, Span<T> values);

    /// <summary>Brings the gradient by an input of the last run back.</summary>
    /// <param name="index">Which.</param>
    /// <param name="values">Exactly the batch.</param>
    protected abstract void ReadInputGradient(int index, Span<T> values);

    /// <summary>Brings the gradient of the parameters back.</summary>
    /// <param name="gradients">All values in the file's order, overwritten; those of frozen parameters are zero.</param>
    protected abstract void ReadGradients(Span<T> gradients);

    /// <summary>Brings a gradient of the parameters to the device.</summary>
    /// <param name="gradients">All values in the file's order.</param>
    protected abstract void WriteGradients(ReadOnlySpan<T> gradients);

    /// <summary>Launches what an optimizer does with the gradient on the device.</summary>
    /// <param name="optimizer">The optimizer, whose state is on the device.</param>
    /// <param name="isFlush">Whether it is to update with what was accumulated before.</param>
    protected abstract void Update(DeviceOptimizer<T> optimizer, bool isFlush);

    /// <summary>Brings parameters and buffers back.</summary>
    protected abstract void ReadParameters();

    /// <summary>Brings parameters and buffers to the device.</summary>
    protected abstract void WriteParameters();

    /// <summary>Brings the state of an optimizer back.</summary>
    /// <param name="optimizer">The optimizer.</param>
    protected abstract void ReadState(DeviceOptimizer<T> optimizer);

    /// <summary>Brings the state of an optimizer to the device.</summary>
    /// <param name="optimizer">The optimizer.</param>
    protected abstract void WriteState(DeviceOptimizer<T> optimizer);

    /// <summary>Takes this network for the caller's thread until the result is disposed.</summary>
    private protected Turn Enter()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (Interlocked.CompareExchange(ref _isBusy, 1, 0) != 0)
        {
            throw new InvalidOperationException($"{Info.Name} on a device is for one thread at a time, but two were in it. Make a network per thread, or take turns.");
        }

        return new Turn(ref _isBusy);
    }

    private void RequireIdle()
    {
        if (_submitted != None)
        {
            throw new InvalidOperationException($"{Info.Name} on a device computes a step that was begun; complete it first.");
        }
    }

    /// <summary>Begins a run that is over when the call is.</summary>
    private void Begin(ProgramKind kind, int batch, bool inputGradients)
    {
        RequireIdle();
        _filling = FreeSlot;
        Begin(_filling, kind, batch, inputGradients, isAhead: false);
    }

    /// <summary>Computes what was filled.</summary>
    /// <returns>The sum of the losses.</returns>
    private double Run()
    {
        Send();
        Launch(_filling, isStep: false);
        return Wait();
    }

    /// <summary>The time of one call.</summary>
    private protected readonly ref struct Turn(ref int isBusy)
    {
        private readonly ref int _isBusy = ref isBusy;

        public void Dispose() => Volatile.Write(ref _isBusy, 0);
    }
}
