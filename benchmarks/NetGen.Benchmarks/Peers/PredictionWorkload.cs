namespace NetGen.Benchmarks.Peers;

/// <summary>Predictions of one sample.</summary>
internal sealed class PredictionWorkload<TNetwork> : IWorkload
    where TNetwork : class, ITrainable<float, int>
{
    private readonly Func<TNetwork> _create;
    private readonly TNetwork _network;
    private readonly float[] _inputs;
    private readonly float[] _outputs;

    public PredictionWorkload(Func<TNetwork> create)
    {
        _create = create;
        var network = create();
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

    public long Memory()
    {
        _network.Predict(_inputs, _outputs);
        var fresh = _create();
        var before = GC.GetAllocatedBytesForCurrentThread();
        fresh.Predict(_inputs, _outputs);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
