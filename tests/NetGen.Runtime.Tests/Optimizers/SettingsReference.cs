using System.Text.Json;

namespace NetGen.Tests.Optimizers;

/// <summary>The cases of tests/reference/optimizer_settings.py: every optimizer under every combination of settings.</summary>
internal static class SettingsReference
{
    public const int Calls = 50;

    private static readonly string[] s_optimizers =
        ["sgd", "sgd-momentum", "sgd-nesterov", "adam", "adam-amsgrad", "adamw", "rmsprop", "rmsprop-centered", "adagrad", "lion"];

    public static IEnumerable<string> Names => s_optimizers.SelectMany(_ => new[] { "norm", "value", "all" }, (optimizer, settings) => $"{optimizer} {settings}");

    /// <summary>What the plateau watches.</summary>
    public static double Metric(int call) => 4 - (call / 9 / 8.0) + (3 * call % 5 / 64.0);

    public static Schedule Schedule(string name) => name.EndsWith("value", StringComparison.Ordinal)
        ? NetGen.Schedule.OnPlateau(0.5, 2)
        : NetGen.Schedule.Cosine(warmup: 0.1);

    public static Optimizer Create(string name)
    {
        string[] parts = name.Split(' ');
        Optimizer AsDecay(double norm, double value, double all) =>
            Make(parts[0], parts[1] switch { "norm" => norm, "value" => value, _ => all }, parts[1], parts[0] is "adamw" or "lion");
        return parts[0] is "adamw" or "lion" ? AsDecay(0.2, 0, 0.2) : AsDecay(0, 0.1, 0.1);
    }

    /// <summary>The parameters after the calls that the file keeps.</summary>
    public static IReadOnlyDictionary<int, double[]> Values(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path()));
        return document.RootElement.GetProperty(name).EnumerateObject().ToDictionary(
            call => int.Parse(call.Name, System.Globalization.CultureInfo.InvariantCulture),
            call => call.Value.EnumerateArray().Select(value => value.GetDouble()).ToArray());
    }

    private static Optimizer Make(string optimizer, double decay, string settings, bool decoupled)
    {
        double? norm = settings switch { "norm" => 1.25, "all" => 2, _ => null }, value = settings switch { "value" => 0.75, "all" => 1, _ => null };
        int steps = settings == "value" ? 1 : 3;
        double l1 = settings switch { "value" => 0.03, "all" => 0.02, _ => 0 }, shrink = decoupled || settings == "value" ? 0 : 0.2;
        ParameterGroup bias = new("*.bias")
        {
            LearningRateFactor = 0.25,
            L1 = settings == "all" ? 0.07 : 0,
            WeightDecay = decoupled ? (settings == "norm" ? 0.05 : 0) : (settings == "all" ? 0.3 : 0),
            DecoupledWeightDecay = !decoupled && settings == "norm" ? 0.05 : 0,
        };
        return optimizer switch
        {
            "sgd" => new Sgd(0.05) { WeightDecay = decay, ClipNorm = norm, ClipValue = value, AccumulationSteps = steps, L1 = l1, DecoupledWeightDecay = shrink, Groups = [bias] },
            "sgd-momentum" => new Sgd(0.05, 0.9) { Dampening = 0.3, WeightDecay = decay, ClipNorm = norm, ClipValue = value, AccumulationSteps = steps, L1 = l1, DecoupledWeightDecay = shrink, Groups = [bias] },
            "sgd-nesterov" => new Sgd(0.05, 0.8, nesterov: true) { WeightDecay = decay, ClipNorm = norm, ClipValue = value, AccumulationSteps = steps, L1 = l1, DecoupledWeightDecay = shrink, Groups = [bias] },
            "adam" => new Adam(0.02, 0.8, 0.95) { WeightDecay = decay, ClipNorm = norm, ClipValue = value, AccumulationSteps = steps, L1 = l1, DecoupledWeightDecay = shrink, Groups = [bias] },
            "adam-amsgrad" => new Adam(0.02, 0.8, 0.9, amsgrad: true) { WeightDecay = decay, ClipNorm = norm, ClipValue = value, AccumulationSteps = steps, L1 = l1, DecoupledWeightDecay = shrink, Groups = [bias] },
            "adamw" => new AdamW(0.02) { WeightDecay = decay, ClipNorm = norm, ClipValue = value, AccumulationSteps = steps, L1 = l1, Groups = [bias] },
            "rmsprop" => new RmsProp(0.01, 0.9) { WeightDecay = decay, ClipNorm = norm, ClipValue = value, AccumulationSteps = steps, L1 = l1, DecoupledWeightDecay = shrink, Groups = [bias] },
            "rmsprop-centered" => new RmsProp(0.01, 0.9, momentum: 0.5, centered: true) { WeightDecay = decay, ClipNorm = norm, ClipValue = value, AccumulationSteps = steps, L1 = l1, DecoupledWeightDecay = shrink, Groups = [bias] },
            "adagrad" => new Adagrad(0.1, 0.05, initialAccumulator: 0.5) { WeightDecay = decay, ClipNorm = norm, ClipValue = value, AccumulationSteps = steps, L1 = l1, DecoupledWeightDecay = shrink, Groups = [bias] },
            "lion" => new Lion(0.01, 0.8, 0.95) { WeightDecay = decay, ClipNorm = norm, ClipValue = value, AccumulationSteps = steps, L1 = l1, Groups = [bias] },
            _ => throw new ArgumentOutOfRangeException(nameof(optimizer)),
        };
    }

    private static string Path([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "settings.json");
}
