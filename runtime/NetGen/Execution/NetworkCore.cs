using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// What every compiled network does in the same way: check what it is given, find memory, run the emitted programs on one or more
/// threads. Emitted code derives from it and adds <see cref="Execute"/>.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class NetworkCore<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Samples that one run of a forward program takes at most, so that large batches do not need large arenas.</summary>
    private const int BlockSamples = 512;

    private readonly NetworkLayout _layout;
    private readonly PassPool<T> _passes;
    private readonly PhaseRun<T> _phases;
    private int _phasesHeld;

    /// <summary>Allocates the parameters and draws their initial values.</summary>
    /// <param name="layout">The compiled network in numbers.</param>
    /// <param name="seed">Of the initial values and of dropout.</param>
    protected NetworkCore(NetworkLayout layout, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(layout);
        _layout = layout;
        Random = new RandomState(seed);
        Storage = new ParameterStorage<T>(layout.Info.Name, layout.Parameters, seed, layout.Buffers, layout.Weights);
        ParameterAddress = Storage.Address;
        _passes = new PassPool<T>(Storage);
        _phases = new PhaseRun<T>(this);
        _training = new Pass<T>(Storage);
        _transposes = new TransposeRefresh<T>(Storage, layout.FreshTransposes);
        _targetRange = TargetRange.Of(layout.Info);
    }

    /// <summary>The parameters in the kernels' memory.</summary>
    public ParameterStorage<T> Storage { get; }

    /// <summary>What the network keeps besides its parameters.</summary>
    public BufferSet Buffers => Storage.Buffers;

    /// <summary>Where the network's random numbers come from.</summary>
    public RandomState Random { get; }

    /// <summary>The address of the kernels' parameters.</summary>
    protected nint ParameterAddress { get; }

    internal NetworkLayout Layout => _layout;

    private NetworkInfo Info => _layout.Info;

    /// <summary>Runs a phase of a program for samples or tasks <paramref name="from"/> up to <paramref name="to"/>.</summary>
    /// <param name="program">Which program.</param>
    /// <param name="phase">Which of its phases.</param>
    /// <param name="pass">The run.</param>
    /// <param name="chunk">Which chunk of the phase this is; chunks that run at the same time have different ones.</param>
    /// <param name="from">First sample or task.</param>
    /// <param name="to">The one after the last.</param>
    public abstract void Execute(ProgramKind program, int phase, Pass<T> pass, int chunk, int from, int to);

    /// <summary>Predicts a batch into new memory.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <returns>The outputs, sample after sample.</returns>
    public T[] Predict(ReadOnlySpan<T> inputs)
    {
        var outputs = new T[(long)(inputs.Length / Info.InputSize) * Info.OutputSize];
        Predict(inputs, outputs);
        return outputs;
    }

    /// <summary>Predicts a batch; allocates nothing after the first calls.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="outputs">Exactly their outputs.</param>
    public void Predict(ReadOnlySpan<T> inputs, Span<T> outputs) => Predict(ProgramKind.Predict, inputs, outputs, null);

    private unsafe void Predict(ProgramKind kind, ReadOnlySpan<T> inputs, Span<T> outputs, WindowStates<T>? state)
    {
        var batch = BatchCheck.Inputs(Info, inputs);
        BatchCheck.Length(outputs.Length, (long)batch * Info.OutputSize, "The outputs", batch, nameof(outputs));
        Check(state, batch);
        var program = _layout.Programs[(int)kind]!;
        var pass = _passes.Rent();
        try
        {
            fixed (T* input = inputs, output = outputs)
            {
                var block = BlockOf(program, batch);
                for (var first = 0; first < batch; first += block)
                {
                    pass.Prepare(program, Math.Min(block, batch - first), ChunksOf(program));
                    pass.SetInput(0, (nint)(input + ((nint)first * Info.InputSize)), Info.InputSize);
                    pass.OutputAddress = (nint)(output + ((nint)first * Info.OutputSize));
                    Bind(pass, state, first);
                    Run(kind, program, pass);
                }
            }
        }
        finally
        {
            _passes.Return(pass);
        }
    }

    /// <summary>All phases of a program, on as many threads as pay.</summary>
    private void Run(ProgramKind kind, ProgramLayout program, Pass<T> pass)
    {
        var threads = pass.Batch * program.Flops < WorkerPool.ParallelFlops ? 1 : Math.Min(WorkerPool.MaxThreads, Math.Max(pass.Batch, program.Tasks));
        if (threads == 1 || Interlocked.CompareExchange(ref _phasesHeld, 1, 0) != 0)
        {
            for (var phase = 0; phase < program.Phases.Length; phase++)
            {
                Execute(kind, phase, pass, 0, 0, CountOf(program.Phases[phase], pass));
            }

            return;
        }

        try
        {
            for (var phase = 0; phase < program.Phases.Length; phase++)
            {
                var (layout, count) = (program.Phases[phase], CountOf(program.Phases[phase], pass));
                switch (layout.Kind)
                {
                    case PhaseKind.Rows:
                        // In multiples of four, which the tiles handle best, or of whole vectors of samples.
                        var (multiple, chunks) = program.HasLanes ? (Lanes.Width<T>(), Math.Min(threads, pass.LaneChunks)) : (4, threads);
                        _phases.Run(kind, phase, pass, count, (((count - 1) / chunks) + multiple) / multiple * multiple);
                        break;
                    case PhaseKind.Sums:
                        _phases.Run(kind, phase, pass, count, (count + pass.Chunks - 1) / pass.Chunks);
                        break;
                    default:
                        Execute(kind, phase, pass, 0, 0, 1);
                        break;
                }
            }
        }
        finally
        {
            Volatile.Write(ref _phasesHeld, 0);
        }
    }

    /// <summary>How many samples are computed at a time where nothing has to stay in memory.</summary>
    private static int BlockOf(ProgramLayout program, int batch) => program.CouplesSamples ? Math.Max(1, batch) : BlockSamples;

    /// <summary>Into how many chunks at most the sums over the batch are cut; 0 without any.</summary>
    private static int ChunksOf(ProgramLayout program) => program.Tasks == 0 ? 0 : Math.Clamp(ChunksPerThread * WorkerPool.MaxThreads, 1, program.Tasks);

    private static int CountOf(PhaseLayout phase, Pass<T> pass) => phase.Kind == PhaseKind.Rows ? pass.Batch : phase.Tasks;
}
