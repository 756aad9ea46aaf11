namespace NetGen.Benchmarks;

/// <summary>A network with its hashed parameters and one hashed batch.</summary>
internal sealed class Training<TNetwork>
    where TNetwork : class, ITrainable<float, int>
{
    private readonly float[] _inputs;
    private readonly int[] _labels;

    public Training(TNetwork network, int rows)
    {
        Network = network;
        _inputs = HashedNumbers.Inputs(network.Network, rows);
        _labels = HashedNumbers.Labels(network.Network, rows);
        Reset();
    }

    public TNetwork Network { get; }

    public void Reset() => HashedNumbers.Fill((ParameterSet<float>)Network.Parameters);

    public float Step(Optimizer optimizer) => Network.Step(_inputs, _labels, optimizer);
}
