using NetGen.Runtime;

namespace NetGen;

/// <summary>What training changes of a network, to put it back bit by bit.</summary>
internal sealed class NetworkSnapshot
{
    private readonly INetwork _network;
    private readonly ParameterBlock _parameters;
    private readonly ulong _seed;
    private readonly uint _steps;

    // The block has the buffers in it, so that this and the generators are everything.
    public NetworkSnapshot(INetwork network)
    {
        _network = network;
        (network as IDeviceNetwork)?.Download();
        _parameters = ParameterBlock.For(network.Parameters);
        _parameters.CopyFromParameters();
        (_seed, _steps) = (network.Random.Seed, network.Random.Steps);
    }

    public void Restore()
    {
        _parameters.CopyToParameters();
        (_network.Random.Seed, _network.Random.Steps) = (_seed, _steps);
        (_network as IDeviceNetwork)?.Upload();
    }
}
