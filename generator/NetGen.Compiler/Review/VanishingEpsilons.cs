using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Review;

/// <summary>
/// NG4005, in declarations: an ε of a normalisation that is below what rounding leaves of a variance. Values of size 1 are exact to 1.2e-7 in single precision, so that the variance of a constant channel comes out as
/// anything up to the square of that, 1.4e-14; divided by its root, rounding errors become values of size 1. Higham 2002, section 1.9, on the two-pass variance.
/// </summary>
internal sealed class VanishingEpsilons(NetworkSpec spec) : TrainingRule
{
    public override bool Concerns(HashSet<string> kinds) => kinds.Any(IsNorm);

    public override void Layer(LayerUse use)
    {
        var least = Least(spec.Precision);
        if (IsNorm(use.Spec.Kind) && use.Spec.Number("Epsilon", 1) is var epsilon && epsilon < least)
        {
            Report(use.At(new Complaint("NG4005", "Epsilon", Inv(
                $"the Epsilon of '{use.Name}', {NumberText.Shortest(epsilon)}, is below what rounding leaves of a variance, about {NumberText.Shortest(least)}: a constant channel becomes noise of size 1; PyTorch's default is 1e-5")) { Instead = "1e-5" }));
        }
    }

    public override void Operation(OperationUse use)
    {
    }

    /// <summary>The square of the distance from 1 to the next number.</summary>
    private static double Least(Precision precision) => precision == Precision.Single ? 1.4e-14 : 4.9e-32;

    private static bool IsNorm(string kind) => kind is "BatchNorm" or "LayerNorm" or "GroupNorm" or "RMSNorm";
}
