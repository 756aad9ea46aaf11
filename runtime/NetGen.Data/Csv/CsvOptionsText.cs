using System.Buffers;
using System.Text;
using System.Text.Json;

namespace NetGen;

/// <summary>Options as a text that is the same in every culture, to tell whether a file is read the same way again.</summary>
internal static class CsvOptionsText
{
    /// <summary>A hash of all that decides which values are read.</summary>
    public static string Hash(CsvOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteBooleanValue(options.HasHeader);
            json.WriteBooleanValue(options.QuotedFields);
            json.WriteStringValue(options.Separator?.ToString());
            json.WriteStringValue(options.DecimalSeparator.ToString());
            json.WriteStringValue(options.Encoding?.WebName);
            json.WriteNumberValue(options.SkipRows);
            json.WriteNumberValue(options.MaxRows ?? -1);
            Write(json, new MissingSet(options.MissingValues).Texts);
            Write(json, options.ColumnNames ?? []);
            Write(json, options.Columns.SelectMany(column => new[] { column.Name, column.Kind.ToString() }));
            json.WriteEndArray();
        }

        return ContentSample.Of(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<string> texts)
    {
        json.WriteStartArray();
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
