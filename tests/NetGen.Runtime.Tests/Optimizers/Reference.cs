using System.Text.Json;

namespace NetGen.Tests.Optimizers;

/// <summary>The cases of tests/reference/optimizers.py: the same optimizers here, and the values that PyTorch computed.</summary>
internal static class Reference
{
    public const int Steps = 50;

    public static IReadOnlyDictionary<string, Func<Optimizer>> Cases { get; } = new Dictionary<string, Func<Optimizer>>
    {
        ["sgd"] = () => new Sgd(0.05),
        ["sgd-decay"] = () => new Sgd(0.05, weightDecay: 0.1),
        ["sgd-momentum"] = () => new Sgd(0.05, momentum: 0.9),
        ["sgd-dampening"] = () => new Sgd(0.05, weightDecay: 0.01) { Momentum = 0.9, Dampening = 0.3 },
        ["sgd-nesterov"] = () => new Sgd(0.05, 0.8, nesterov: true, weightDecay: 0.01),
        ["adam"] = () => new Adam(0.02),
        ["adam-decay"] = () => new Adam(0.02, 0.8, 0.95, 1e-4, weightDecay: 0.1),
        ["adam-amsgrad"] = () => new Adam(0.02, 0.8, 0.9, amsgrad: true),
        ["adamw"] = () => new AdamW(0.02),
        ["adamw-amsgrad"] = () => new AdamW(0.02, 0.8, 0.9, weightDecay: 0.3, amsgrad: true),
        ["rmsprop"] = () => new RmsProp(),
        ["rmsprop-momentum"] = () => new RmsProp(0.01, 0.9, 1e-6, momentum: 0.5, weightDecay: 0.1),
        ["rmsprop-centered"] = () => new RmsProp(0.01, 0.9, momentum: 0.5, centered: true),
        ["adagrad"] = () => new Adagrad(0.1),
        ["adagrad-decay"] = () => new Adagrad(0.1, 0.05, 0.1, 0.5, 1e-6),
        ["lion"] = () => new Lion(0.01),
        ["lion-decay"] = () => new Lion(0.01, 0.8, 0.95, 0.3),
    };

    /// <summary>The parameters after the steps that the file keeps.</summary>
    public static IReadOnlyDictionary<int, double[]> Values(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path()));
        return document.RootElement.GetProperty(name).EnumerateObject().ToDictionary(
            step => int.Parse(step.Name, System.Globalization.CultureInfo.InvariantCulture),
            step => step.Value.EnumerateArray().Select(value => value.GetDouble()).ToArray());
    }

    /// <summary>The value of a parameter before the first step.</summary>
    public static double Start(int index) => ((index - 4) / 8.0) + (1 / 16.0);

    /// <summary>The gradient of a parameter at a step, from 1.</summary>
    public static double Gradient(int index, int step, double parameter) => (((((7 * index) + (13 * step)) % 11) - 5) / 4.0) + (parameter / 2);

    private static string Path([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "reference.json");
}
