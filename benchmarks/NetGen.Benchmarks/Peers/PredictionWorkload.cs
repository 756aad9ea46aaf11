namespace NetGen.Benchmarks.Peers;

/// <summary>Predictions of one sample.</summary>
internal sealed class PredictionWorkload<TNetwork> : IWorkload
    where TNetwork : class, ITrainable<float, int>
{
    private readonly TNetwork _network;
    private readonly float[] _inputs;
    private readonly float[] _outputs;

    public PredictionWorkload(TNetwork network)
    {
        _network = network;
        HashedNumbers.Fill((ParameterSet<float>)network.Parameters);
        _inputs = HashedNumbers.Inputs(network.Network, 1);
        _outputs = new float[network.Network.OutputSize];
    }

    public void Reset()
    {
    }

    public void Repeat(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _network.Predict(_inputs, _outputs);
        }
    }

    public (string Kind, float[] Numbers) Check()
    {
        _network.Predict(_inputs, _outputs);
        return ("values", _outputs);
    }
}
