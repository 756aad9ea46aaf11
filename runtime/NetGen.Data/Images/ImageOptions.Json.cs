using System.Buffers;
using System.Text;
using System.Text.Json;

namespace NetGen;

public sealed partial record ImageOptions
{
    private const string Kind = "images";

    /// <summary>Whatever the inputs made of a file depend on: size, fit and channels. It travels in <see cref="Dataset.Preprocessing"/> to the model's file.</summary>
    /// <returns>A JSON object.</returns>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("kind", Kind);
            if (Height is int height && Width is int width)
            {
                json.WriteNumber("height", height);
                json.WriteNumber("width", width);
            }

            json.WriteString("fit", Fit.ToString());
            json.WriteString("colors", Colors.ToString());
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The options that <see cref="ToJson"/> wrote; decoders and class names are not among them.</summary>
    /// <param name="json">The text, such as <c>ModelMetadata.Read("flowers.safetensors").Preprocessing</c>.</param>
    /// <exception cref="InvalidDataException">It is not one that <see cref="ToJson"/> wrote.</exception>
    public static ImageOptions FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1 });
            var root = document.RootElement;
            if (root.GetProperty("kind").GetString() == Kind)
            {
                var options = new ImageOptions
                {
                    Height = root.TryGetProperty("height", out var height) ? height.GetInt32() : null,
                    Width = root.TryGetProperty("width", out var width) ? width.GetInt32() : null,
                    Fit = Named<ImageFit>(root.GetProperty("fit").GetString()),
                    Colors = Named<ImageColors>(root.GetProperty("colors").GetString()),
                };
                options.Require(nameof(json));
                return options;
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"The text is not one of the preparation of images: {problem.Message}", problem);
        }

        throw new InvalidDataException($"The text is not one of the preparation of images: its kind is not '{Kind}'.");
    }

    private static T Named<T>(string? name)
        where T : struct, Enum =>
        Enum.TryParse(name, out T value) && Enum.IsDefined(value) && value.ToString() == name ? value : throw new FormatException($"there is no {typeof(T).Name} '{name}'");
}
