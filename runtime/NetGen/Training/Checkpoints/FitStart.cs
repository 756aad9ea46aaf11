using NetGen.Runtime;

namespace NetGen;

/// <summary>The network as a training found it. A training that goes on from a checkpoint must have begun with the same one.</summary>
/// <param name="Seed">The seed of the network.</param>
/// <param name="RandomSteps">Training steps that it had behind it.</param>
/// <param name="Weights">The checksum of its parameters and buffers.</param>
/// <param name="Frozen">The names of its frozen parameters.</param>
internal sealed record FitStart(ulong Seed, uint RandomSteps, string Weights, string Frozen)
{
    public static FitStart Of(INetwork network)
    {
        var block = ParameterBlock.For(network.Parameters);
        block.CopyFromParameters();
        TensorChecksum sum = default;
        for (int i = 0; i < block.Tensors.Count; i++)
        {
            var bytes = new byte[block.Tensors[i].ByteCount];
            block.Read(i, bytes);
            sum.Add(bytes);
        }

        string frozen = string.Join(", ", network.Parameters.Where(parameter => parameter.Frozen).Select(parameter => parameter.Name));
        return new FitStart(network.Random.Seed, network.Random.Steps, sum.Text, frozen.Length > 0 ? frozen : "none");
    }

    /// <summary>How this start differs from that of a checkpoint which was written after <paramref name="reached"/> training steps of the network.</summary>
    public IEnumerable<string> Differences(FitStart stored, uint reached)
    {
        if (Seed != stored.Seed)
        {
            yield return $"seed of the network is {stored.Seed} in the checkpoint, {Seed} now";
        }

        // The network that was stopped, in the same process: it has come as far as the checkpoint.
        if (RandomSteps == reached && reached > stored.RandomSteps)
        {
            yield break;
        }

        if (Seed == stored.Seed && Weights != stored.Weights)
        {
            yield return $"weights at the start have the checksum {stored.Weights} in the checkpoint, {Weights} now";
        }

        if (Frozen != stored.Frozen)
        {
            yield return $"frozen at the start is {stored.Frozen} in the checkpoint, {Frozen} now";
        }
    }
}
