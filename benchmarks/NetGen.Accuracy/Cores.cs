namespace NetGen.Accuracy;

/// <summary>How the sweeps share the machine: a thread per core and no more, however long their chunks take; the pool alone would keep adding some.</summary>
internal static class Cores
{
    public static ParallelOptions All { get; } = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };
}
