using System.Globalization;
using NetGen;

namespace Tuning;

/// <summary>
/// What makes two searches the same one: all that the results depend on. How many trials train at once does not belong to it.
/// </summary>
internal static class SearchIdentity
{
    public static SortedDictionary<string, string> Of(SearchPlan plan, SearchSpace space, ulong seed, DigitData data) => new()
    {
        ["data"] = data.Fingerprint,
        ["networks"] = string.Join("; ", space.Choices.Select(choice => Text(choice.Info))),
        ["rungs"] = $"{plan} (trials from {plan.FirstTrial})",
        ["seed"] = seed.ToString(CultureInfo.InvariantCulture),
        ["space"] = space.Describe(),
        ["training"] = TrialTraining.Recipe,
    };

    // Not SpecHash, which is that of the finished network: it leaves out what matters to training alone, such as dropout.
    private static string Text(NetworkInfo network) => $"{network.Name}: {string.Join(", ", network.Layers.Select(layer => layer.Description))}, {network.Loss}";
}
