using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NetGen.Runtime;

/// <summary>Writes objects, one per line.</summary>
internal sealed class JsonLine : IDisposable
{
    // "Unsafe" within HTML, where these lines never stand: what JSON allows stays readable.
    private readonly Utf8JsonWriter _json = new(Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Begins a line with what all lines have.</summary>
    public Utf8JsonWriter Begin(IBufferWriter<byte> records, string kind, DateTimeOffset time)
    {
        _json.Reset(records);
        _json.WriteStartObject();
        _json.WriteString("event"u8, kind);
        _json.WriteString("time"u8, time.UtcDateTime);
        return _json;
    }

    /// <summary>Ends the line.</summary>
    public void End(IBufferWriter<byte> records)
    {
        _json.WriteEndObject();
        _json.Flush();
        records.Write("\n"u8);
    }

    public void Dispose() => _json.Dispose();
}
