using System.Text.Json;

namespace NetGen;

/// <summary>A part of a JSON text that is read strictly; what is wrong is told with the place where it stands.</summary>
/// <param name="Element">The element.</param>
/// <param name="Path">Where it stands, for example <c>inputs[2].scale</c>.</param>
internal readonly record struct JsonPart(JsonElement Element, string Path)
{
    public JsonPart this[string name] => Element.ValueKind == JsonValueKind.Object
        ? Element.TryGetProperty(name, out var value) ? new(value, Path.Length == 0 ? name : $"{Path}.{name}") : throw Invalid($"has no '{name}'")
        : throw Invalid("is not an object");

    public bool IsNull => Element.ValueKind == JsonValueKind.Null;

    public string Text() => Element.ValueKind == JsonValueKind.String ? Decoded() : throw Invalid("is not a text");

    public bool Flag() => Element.ValueKind is JsonValueKind.True or JsonValueKind.False ? Element.GetBoolean() : throw Invalid("is neither true nor false");

    public double Number() => Element.ValueKind == JsonValueKind.Number && Element.TryGetDouble(out double value) && double.IsFinite(value)
        ? value
        : throw Invalid("is not a finite number");

    /// <summary>One of the names of an enumeration, written as it is declared.</summary>
    public TEnum Choice<TEnum>()
        where TEnum : struct, Enum
    {
        int index = Array.IndexOf(Enum.GetNames<TEnum>(), Text());
        return index >= 0 ? Enum.GetValues<TEnum>()[index] : throw Invalid($"is '{Text()}', not one of {string.Join(", ", Enum.GetNames<TEnum>())}");
    }

    public JsonPart[] Items()
    {
        if (Element.ValueKind != JsonValueKind.Array)
        {
            throw Invalid("is not an array");
        }

        string path = Path;
        return [.. Element.EnumerateArray().Select((item, index) => new JsonPart(item, $"{path}[{index}]"))];
    }

    /// <summary>Texts, each of which occurs once.</summary>
    public string[] Texts()
    {
        string[] texts = Array.ConvertAll(Items(), item => item.Text());
        return texts.Distinct().Count() == texts.Length ? texts : throw Invalid("has a text twice");
    }

    public InvalidDataException Invalid(string problem) => new($"This is not the JSON of a table encoder: {(Path.Length == 0 ? "it" : $"'{Path}'")} {problem}.");

    private string Decoded()
    {
        try
        {
            return Element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
            throw Invalid("is not valid Unicode");
        }
    }
}
