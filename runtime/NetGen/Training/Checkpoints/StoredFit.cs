using System.Text.Json;
using System.Text.Json.Serialization;

namespace NetGen;

/// <summary>What a checkpoint notes beside its tensors, as JSON in the file's metadata.</summary>
internal sealed record StoredFit
{
    /// <summary>The version of this record; others are refused.</summary>
    public const int CurrentVersion = 1;

    public required int Version { get; init; }

    /// <summary>See <see cref="FitIdentity"/>.</summary>
    public required Dictionary<string, string> Identity { get; init; }

    /// <summary>The network as the training found it.</summary>
    public required FitStart Start { get; init; }

    public required int Epochs { get; init; }

    public required StoredPosition Position { get; init; }

    public required StoredOptimizer Optimizer { get; init; }

    /// <summary>The seed of the network's own generators, and how often they were drawn from.</summary>
    public required ulong RandomSeed { get; init; }

    public required uint RandomSteps { get; init; }

    /// <summary>The names of the frozen parameters.</summary>
    public required string[] Frozen { get; init; }

    public required string? Schedule { get; init; }

    public required StoredBest Best { get; init; }

    public required StoredEpoch[] History { get; init; }

    /// <summary>The states of the callbacks that have one, under their type's name and their number among those of the type.</summary>
    public required Dictionary<string, string> Callbacks { get; init; }
}

/// <inheritdoc cref="FitPosition"/>
internal sealed record StoredPosition(int Epoch, int Batch, int Samples, long Step, double LossSum, double Weights, bool EpochBegun);

/// <inheritdoc cref="OptimizerCounters"/>
internal sealed record StoredOptimizer(long Steps, int AccumulatedSteps, double Power1, double Power2, double LearningRate);

/// <inheritdoc cref="BestEpoch"/>
internal sealed record StoredBest(int? Epoch, double? Value, int EpochsWithout, int LongestWait);

/// <inheritdoc cref="EpochResult"/>
internal sealed record StoredEpoch(
    int Epoch, double Loss, double? ValidationLoss, double? ValidationAccuracy, TimeSpan Elapsed, double LearningRate, Dictionary<string, double> Metrics);

/// <summary>Numbers are written so that they are read back bit for bit; a measure may be NaN.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(StoredFit))]
internal sealed partial class StoredFitJson : JsonSerializerContext
{
    public static string Write(StoredFit fit) => JsonSerializer.Serialize(fit, Default.StoredFit);

    /// <exception cref="JsonException">The text is not such a record.</exception>
    public static StoredFit Read(string text) => JsonSerializer.Deserialize(text, Default.StoredFit) ?? throw new JsonException("It is null.");
}
