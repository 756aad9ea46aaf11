using NetGen.Compiler.Emission;
using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Review;

/// <summary>A declaration and what is to be said of it.</summary>
/// <param name="Shaped">Its shapes.</param>
/// <param name="Problems">Errors, warnings and hints of all families.</param>
public sealed record ReviewedNetwork(ShapedNetwork Shaped, IReadOnlyList<Problem> Problems)
{
    private readonly Lazy<long> _arena = new(() => MemoryNeed.OfPrediction(Shaped));

    /// <summary>Bytes of the parameters and of the running statistics.</summary>
    public long WeightBytes => Shaped.Parameters.Concat(Shaped.Buffers).Sum(parameter => parameter.Spec.Shape.Count) * (Shaped.Spec.Precision == Precision.Single ? 4 : 8);

    /// <summary>Bytes of the parameters and of what one sample needs on its way through. The schedule is made for it, which takes time: ask only where it matters, and of a valid network.</summary>
    public long PredictionBytes => WeightBytes + _arena.Value;
}
