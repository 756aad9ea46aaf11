using System.Text;
using System.Text.Json;

namespace NetGen.Logging.Tests.JsonLines;

/// <summary>What a file says.</summary>
internal static class JsonLines
{
    /// <summary>The lines, each of which must be a JSON object and end.</summary>
    public static List<JsonElement> Read(string path)
    {
        string text = Encoding.UTF8.GetString(OpenFile.Read(path));
        Assert.True(text.Length == 0 || text.EndsWith('\n'), "the last line does not end");
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    public static string[] Events(string path) => [.. Read(path).Select(Event)];

    public static string Event(this JsonElement line) => line.GetProperty("event").GetString()!;
}
