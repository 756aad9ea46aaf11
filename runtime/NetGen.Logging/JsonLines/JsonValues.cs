using System.Text.Json;

namespace NetGen.Runtime;

/// <summary>Values as the lines have them.</summary>
internal static class JsonValues
{
    /// <summary>
    /// The shortest number that reads back as the same value; those that JSON lacks are the texts <c>"NaN"</c>, <c>"Infinity"</c> and <c>"-Infinity"</c>.
    /// </summary>
    public static void WriteValue(this Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteString(name, Name(value));
        }
    }

    /// <inheritdoc cref="WriteValue(Utf8JsonWriter, string, double)"/>
    public static void WriteValue(this Utf8JsonWriter json, string name, float value)
    {
        if (float.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteString(name, Name(value));
        }
    }

    public static void WriteShape(this Utf8JsonWriter json, string name, IReadOnlyList<int> shape)
    {
        json.WriteStartArray(name);
        foreach (int extent in shape)
        {
            json.WriteNumberValue(extent);
        }

        json.WriteEndArray();
    }

    public static void WriteMetrics(this Utf8JsonWriter json, string name, IReadOnlyDictionary<string, double> metrics)
    {
        json.WriteStartObject(name);
        foreach ((string metric, double value) in metrics)
        {
            json.WriteValue(metric, value);
        }

        json.WriteEndObject();
    }

    private static string Name(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
}
