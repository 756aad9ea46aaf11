namespace NetGen.Benchmarks.Peers;

/// <summary>Something that the peers do too, by a name of benchmarks/peers/workloads.py.</summary>
internal interface IWorkload
{
    /// <summary>Back to where a measurement begins.</summary>
    public void Reset();

    /// <summary>Does it <paramref name="count"/> times.</summary>
    public void Repeat(int count);

    /// <summary>What was computed, for comparison with the peer: a word that says what it is, and the numbers.</summary>
    public (string Kind, float[] Numbers) Check();

    /// <summary>Bytes that the first run of a fresh network allocates: activations, gradients and workspace, which later runs use again.</summary>
    public long Memory();
}
