using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Tests.Scalars;

/// <summary>Every activation by name, for theories; with the points where its derivative jumps.</summary>
internal static class ActivationTable
{
    private static readonly Dictionary<string, (Expr Function, double[] Kinks)> Entries = new()
    {
        ["ReLU"] = (Activations.ReLU, [0]),
        ["LeakyReLU(0.01)"] = (Activations.LeakyReLU(0.01), [0]),
        ["LeakyReLU(0.3)"] = (Activations.LeakyReLU(0.3), [0]),
        ["ELU(1)"] = (Activations.ELU(1), [0]),
        ["ELU(0.7)"] = (Activations.ELU(0.7), [0]),
        ["SELU"] = (Activations.SELU, [0]),
        ["GELU"] = (Activations.GELU, []),
        ["ApproximateGELU"] = (Activations.ApproximateGELU, []),
        ["SiLU"] = (Activations.SiLU, []),
        ["Tanh"] = (Activations.Tanh, []),
        ["Sigmoid"] = (Activations.Sigmoid, []),
        ["Softplus"] = (Activations.Softplus, [20]),
        ["HardSigmoid"] = (Activations.HardSigmoid, [-3, 3]),
        ["HardSwish"] = (Activations.HardSwish, [-3, 3]),
        ["Mish"] = (Activations.Mish, [20]),
    };

    public static TheoryData<string> Names => [.. Entries.Keys];

    public static IEnumerable<Expr> Functions => Entries.Values.Select(entry => entry.Function);

    public static Expr Function(string name) => Entries[name].Function;

    public static IEnumerable<double> Points(string name)
    {
        for (var x = -25.03; x < 25; x += 0.173)
        {
            if (Entries[name].Kinks.All(kink => Math.Abs(x - kink) > 1e-2))
            {
                yield return x;
            }
        }
    }
}
