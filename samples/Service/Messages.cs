using System.Text.Json.Serialization;

namespace Service;

/// <summary>A request: an image of 28 × 28 pixels.</summary>
/// <param name="Pixels">Row by row, from 0 for paper to 255 for ink.</param>
internal sealed record PredictRequest(float[]? Pixels);

/// <summary>An answer.</summary>
/// <param name="Digit">The most probable digit.</param>
/// <param name="Probability">Its probability.</param>
/// <param name="Probabilities">Those of the digits from 0 to 9.</param>
/// <param name="Saliency">Where it was asked for, how strongly the answer reacts to each pixel, from 0 to 1.</param>
internal sealed record PredictResponse(int Digit, float Probability, float[] Probabilities, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] float[]? Saliency);

/// <summary>Why a request was refused.</summary>
/// <param name="Error">What was expected and what was found.</param>
internal sealed record Refusal(string Error);

/// <summary>How the service is.</summary>
/// <param name="Status"><c>ready</c> or <c>stopping</c>.</param>
/// <param name="Network">The network with its shapes.</param>
/// <param name="Architecture">The hash of its architecture.</param>
/// <param name="InputDrift">The population stability index of the last inputs against the training images; null before there are enough.</param>
internal sealed record Health(string Status, string Network, string Architecture, double? InputDrift);

/// <summary>How messages are read and written, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PredictRequest))]
[JsonSerializable(typeof(PredictResponse))]
[JsonSerializable(typeof(Refusal))]
[JsonSerializable(typeof(Health))]
internal sealed partial class Messages : JsonSerializerContext;
