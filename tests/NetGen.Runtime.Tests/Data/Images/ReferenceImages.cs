using System.Runtime.CompilerServices;
using System.Text.Json;

namespace NetGen.Runtime.Tests.Data.Images;

/// <summary>The values of tests/reference/images.py.</summary>
internal static class ReferenceImages
{
    private static readonly JsonElement Root = Read();

    /// <summary>PNG files of every kind by their names.</summary>
    public static IReadOnlyDictionary<string, PngCase> Files { get; } = Root.GetProperty("files").EnumerateArray().ToDictionary(one => one.GetProperty("name").GetString()!, one => new PngCase(
        one.GetProperty("file").GetBytesFromBase64(), one.GetProperty("channels").GetInt32(), one.GetProperty("height").GetInt32(), one.GetProperty("width").GetInt32(),
        one.GetProperty("maximum").GetInt32(), Numbers(one, "values")));

    /// <summary>Images resized by Pillow.</summary>
    public static IReadOnlyList<(double[] From, double[] To, double[] Values)> Resized { get; } =
        [.. Root.GetProperty("resized").EnumerateArray().Select(one => (Numbers(one, "from"), Numbers(one, "to"), Numbers(one, "values")))];

    /// <summary>Images sampled by PyTorch: shape, the five numbers of the map, values.</summary>
    public static IReadOnlyList<(double[] Shape, double[] Map, double[] Values)> Mapped { get; } =
        [.. Root.GetProperty("mapped").EnumerateArray().Select(one => (
            Numbers(one, "shape"), Array.ConvertAll<string, double>(["turn", "slant", "scale", "right", "down"], name => one.GetProperty(name).GetDouble()), Numbers(one, "values")))];

    /// <summary>The image that was resized or sampled: ((37 i) mod 101) / 101.</summary>
    public static float[] Picture(int height, int width) => [.. Enumerable.Range(0, height * width).Select(i => i * 37 % 101 / 101f)];

    private static double[] Numbers(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];

    private static JsonElement Read([CallerFilePath] string here = "") =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "reference.json"))).RootElement;
}

/// <summary>A PNG file and its samples, channel after channel.</summary>
internal sealed record PngCase(byte[] File, int Channels, int Height, int Width, int Maximum, double[] Values);
