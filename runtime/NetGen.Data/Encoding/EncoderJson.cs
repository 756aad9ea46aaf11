using System.Buffers;
using System.Text;
using System.Text.Json;

namespace NetGen;

/// <summary>Writes an encoder as JSON. Numbers are written in the shortest form that reads back to the same bits.</summary>
internal static class EncoderJson
{
    public const string Format = "netgen-table-encoder";

    public const int Version = 1;

    public static string Write(EncodedGroup all, TargetColumn[] targets, EncodedGroup[] groups, MissingSet missing)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteNumber("version", Version);
            WriteTexts(json, "missingValues", missing.Texts);
            json.WriteStartArray("inputs");
            foreach (var input in all.Columns)
            {
                WriteInput(json, input);
            }

            json.WriteEndArray();
            json.WriteStartArray("targets");
            foreach (var target in targets)
            {
                WriteTarget(json, target);
            }

            json.WriteEndArray();
            json.WriteStartArray("groups");
            foreach (var group in groups)
            {
                json.WriteStartObject();
                json.WriteString("name", group.Name);
                WriteTexts(json, "columns", group.Columns.Select(column => column.Name));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteInput(Utf8JsonWriter json, InputColumn input)
    {
        json.WriteStartObject();
        json.WriteString("name", input.Name);
        json.WriteString("kind", input.Kind.ToString());
        if (input is NumberInput number)
        {
            json.WriteNumber("offset", number.Offset);
            json.WriteNumber("scale", number.Scale);
            if (number.Fill is { } fill)
            {
                json.WriteNumber("fill", fill);
            }
            else
            {
                json.WriteNull("fill");
            }

            json.WriteBoolean("indicator", number.HasIndicator);
        }
        else if (input is CategoryInput category)
        {
            json.WriteString("encoding", category.Encoding.ToString());
            WriteTexts(json, "values", category.Values);
            json.WriteBoolean("hasMissing", category.HasMissing);
            json.WriteString("fill", category.Fill);
            json.WriteString("missing", category.WhenMissing.ToString());
            json.WriteString("unknown", category.WhenUnknown.ToString());
        }

        json.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter json, TargetColumn target)
    {
        json.WriteStartObject();
        json.WriteString("name", target.Name);
        json.WriteString("kind", target.Kind.ToString());
        json.WriteString("column", target.ColumnKind.ToString());
        if (target is NumberTarget number)
        {
            json.WriteNumber("offset", number.Offset);
            json.WriteNumber("scale", number.Scale);
        }
        else if (target is ClassTarget classes)
        {
            WriteTexts(json, "classes", classes.Classes);
            json.WriteString("positive", classes.Positive);
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
