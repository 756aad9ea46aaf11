using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Fusion.Lanes.Winograd;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>Names of emitted methods, after the layers that the user declared.</summary>
internal static class KernelNames
{
    public static string Of(Node node)
    {
        var name = Pascal(node.Origin);
        return node.Operation switch
        {
            MatMulOperation or ConvolveOperation or SpreadOperation or WinogradOperation when node.Backward => name + "InputGradient",
            FilterOperation => name + (node.Backward ? "BackFilter" : "Filter"),
            ToLanesOperation => name + (node.Backward ? "BackToLanes" : "Lanes"),
            ToRowsOperation => name + (node.Backward ? "BackToRows" : "Rows"),
            RandomMaskOperation => name + "Mask",
            ReshapeOperation => name + (node.Backward ? "BackToRows" : "Rows"),
            StepInputOperation => name + (node.Backward ? "GradientStep" : "Step"),
            StepStateOperation => name + (node.Backward ? "GradientState" : "State"),
            _ => name + (node.Backward ? "Gradient" : ""),
        };
    }

    /// <summary>The kernel that computes the gradient of a parameter, such as <c>Dense1WeightGradient</c>.</summary>
    public static string GradientOf(Node parameter) => Pascal(parameter.Origin) + "Gradient";

    /// <summary>An identifier: letters and digits, the first one a capital.</summary>
    public static string Pascal(string name)
    {
        var letters = name.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ').ToArray();
        var words = new string(letters).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        var joined = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
        return joined.Length == 0 || char.IsDigit(joined[0]) ? "Layer" + joined : joined;
    }
}
