using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NetGen;

/// <summary>
/// Vocabularies as GPT-2's <c>vocab.json</c> has them: one JSON object, a token's text and its id. Written with a token on each line; read in any layout, and
/// what is wrong is told with its line.
/// </summary>
internal static class VocabularyJson
{
    public static string Write(IReadOnlyList<string> texts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            for (int id = 0; id < texts.Count; id++)
            {
                json.WriteNumber(texts[id], id);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <param name="bytes">UTF-8, with or without a byte order mark.</param>
    /// <param name="name">The file, for messages.</param>
    /// <exception cref="InvalidDataException">The text is damaged or no vocabulary; the message names file and line.</exception>
    public static Vocabulary Read(ReadOnlySpan<byte> bytes, string name)
    {
        bytes = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        var lines = new Dictionary<int, int>();
        var texts = new Dictionary<int, string>();
        var reader = new Utf8JsonReader(bytes);
        try
        {
            Require(reader.Read() && reader.TokenType == JsonTokenType.StartObject, "is no JSON object of tokens and their ids", bytes, name, reader.TokenStartIndex);
            var known = new HashSet<string>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                long start = reader.TokenStartIndex;
                string text = reader.GetString()!;
                Require(known.Add(text), $"has the token {Quoted(text)} a second time", bytes, name, start);
                Require(reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int id) && id >= 0, $"has no id for the token {Quoted(text)}; ids are whole numbers from 0", bytes, name, start);
                id = reader.GetInt32();
                Require(texts.TryAdd(id, text), $"gives the id {id} to {Quoted(text)} and to {Quoted(texts.GetValueOrDefault(id, ""))}", bytes, name, start);
                lines.Add(id, Line(bytes, start));
            }

            // What follows the object is damage, too.
            reader.Read();
        }
        catch (JsonException damaged)
        {
            throw new InvalidDataException($"'{name}', line {(damaged.LineNumber ?? 0) + 1}: this is not the JSON of a vocabulary, or only a part of it: {damaged.Message}", damaged);
        }
        catch (InvalidOperationException noText)
        {
            throw Invalid("has a text that is not valid Unicode", name, Line(bytes, reader.TokenStartIndex), noText);
        }

        return InOrder(texts, lines, name);
    }

    /// <summary>A text as messages show it.</summary>
    public static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static Vocabulary InOrder(Dictionary<int, string> texts, Dictionary<int, int> lines, string name)
    {
        if (texts.Count == 0)
        {
            throw Invalid("has no token", name, 1);
        }

        string[] ordered = new string[texts.Count];
        foreach (var (id, text) in texts)
        {
            if (id >= ordered.Length)
            {
                int missing = Enumerable.Range(0, ordered.Length).First(number => !texts.ContainsKey(number));
                throw Invalid($"has the id {id}, but none of its {texts.Count} tokens has the id {missing}; ids are all numbers from 0 to {texts.Count - 1}", name, lines[id]);
            }

            ordered[id] = text;
        }

        return new(ordered);
    }

    private static void Require(bool holds, string problem, ReadOnlySpan<byte> bytes, string name, long at)
    {
        if (!holds)
        {
            throw Invalid(problem, name, Line(bytes, at));
        }
    }

    private static InvalidDataException Invalid(string problem, string name, int line, Exception? cause = null) => new($"'{name}', line {line}: the vocabulary {problem}.", cause);

    private static int Line(ReadOnlySpan<byte> bytes, long at) => bytes[..(int)Math.Min(at, bytes.Length)].Count((byte)'\n') + 1;
}
