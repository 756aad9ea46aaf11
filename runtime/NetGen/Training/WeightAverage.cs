using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// The exponential moving average of a network's weights beside the weights themselves: <c>a = d a + (1 - d) p</c>. It starts at the weights. Running
/// statistics are averaged as weights are: those of the weights of the moment do not fit the average. timm's <c>ModelEmaV2</c>; PyTorch's <c>AveragedModel</c> with
/// <c>use_buffers</c>.
/// </summary>
internal sealed class WeightAverage
{
    private readonly double _rate;

    public WeightAverage(ParameterSet parameters, double decay)
    {
        if (decay is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(decay), decay, FormattableString.Invariant($"AverageDecay lies between 0 and 1, such as 0.999, but is {decay}."));
        }

        _rate = 1 - decay;
        Block = ParameterBlock.For(parameters);
        Block.CopyFromParameters();
    }

    /// <summary>The average or, while it is in use, the weights.</summary>
    public ParameterBlock Block { get; }

    /// <summary>Follows an update of the weights.</summary>
    public void Follow() => Block.MoveToParameters(_rate);

    /// <summary>Puts the average into the network, and the weights here; a second call undoes the first.</summary>
    public void Exchange() => Block.SwapWithParameters();
}
