using ILGPU.Runtime;

namespace ILGPU.Simulation;

/// <summary>What a test can see and set of a simulated accelerator, and ILGPU has not.</summary>
public sealed class Simulator
{
    private readonly HashSet<MemoryBuffer> _alive = [];

    internal Simulator(Accelerator accelerator) => _ = accelerator;

    /// <summary>The launches since the last <see cref="List{T}.Clear"/>, in order.</summary>
    public List<LaunchRecord> Launches { get; } = [];

    public ThreadOrder Order { get; set; } = ThreadOrder.ByNumber;

    /// <summary>Streams do nothing until somebody waits for them: memory of the host that is written too soon, or read too soon, then shows.</summary>
    public bool Deferred { get; set; }

    /// <summary>Buffers and page-locked arrays that were not disposed.</summary>
    public IReadOnlyCollection<MemoryBuffer> Alive => _alive;

    public static Simulator Of(Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        return accelerator.Simulator;
    }

    internal void Add(MemoryBuffer buffer) => _alive.Add(buffer);

    internal void Remove(MemoryBuffer buffer) => _alive.Remove(buffer);
}
