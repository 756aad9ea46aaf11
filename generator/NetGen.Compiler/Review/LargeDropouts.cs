using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Review;

/// <summary>NG3006: a dropout of more than half. Most often it is the probability of keeping, as early frameworks had it.</summary>
internal sealed class LargeDropouts : TrainingRule
{
    private const double Most = 0.5;

    public override bool Concerns(HashSet<string> kinds) => kinds.Contains("Dropout") || kinds.Contains("SpatialDropout");

    public override void Layer(LayerUse use)
    {
        if (use.Spec.Kind is "Dropout" or "SpatialDropout" && use.Spec.Number("Rate", Most) is > Most and var rate)
        {
            Report(use.At(Large($"'{use.Name}'", rate)));
        }
    }

    public override void Operation(OperationUse use)
    {
        if (use.Step.Operation == "Dropout" && use.Step.Number("Rate", Most) is > Most and var rate)
        {
            Report(use.At(Large("this dropout", rate)));
        }
    }

    private static Complaint Large(string name, double rate) => new("NG3006", "Rate",
        Inv($"{name} drops {rate:0.##} of all values: more than half is rarely meant; the argument is the part that is dropped, not the part that is kept"));
}
