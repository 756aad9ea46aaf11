using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Review;

/// <summary>
/// NG2008: an activation layer on what an activation layer made. ReLU(ReLU(x)) is ReLU(x), and any other pair is one odd activation: sigmoid(relu(x)) is never below one half. Operations in
/// <c>Forward</c> are formulas, and are left alone; so is a softmax of scores that went through an activation, as attention has it.
/// </summary>
internal sealed class DoubledActivations : HistoryRule
{
    private readonly EveryUse _uses = new();

    public override IEnumerable<Problem> Found => _uses.Found;

    public override bool Concerns(HashSet<string> kinds) => kinds.Any(IsActivation);

    protected override void See(Maker maker, Node output)
    {
        if (maker.Spec is null || !IsActivation(maker.Kind))
        {
            return;
        }

        var before = ComputedBy(maker.Inputs[0]);
        var isDoubled = before is { Spec: not null } && IsActivation(before.Kind) && (!IsSoftmax(maker.Kind) || IsSoftmax(before.Kind));
        _uses.Add(maker.At(new Complaint("NG2008", null, isDoubled ? Message(before!, maker) : "")), isDoubled);
    }

    private static string Message(Maker before, Maker maker) => before.Kind == maker.Kind && maker.Kind == "ReLU"
        ? $"{maker.Name} changes nothing: what {before.Name} made has no negative values; remove it"
        : $"{maker.Name} is applied to what the activation {before.Name} made, with no weights in between: keep one of them";

    private static bool IsSoftmax(string kind) => kind is "Softmax" or "LogSoftmax";
}
