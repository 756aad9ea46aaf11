using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>A network whose values can be looked at one by one. Generated code implements it, beside a <c>Trace</c> with a span per input.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITraced
{
    /// <summary>Every named value of a prediction, computed plainly.</summary>
    /// <param name="inputs">A batch per input, in the network's precision; tokens as numbers.</param>
    /// <returns>The values by name, in order.</returns>
    public PredictionTrace Trace(Tensor[] inputs);
}
