namespace NetGen;

/// <summary>Shapes in messages: 1×28×28, or "scalar" for the shape without extents.</summary>
internal static class Shapes
{
    public static string Format<T>(IEnumerable<T> shape)
    {
        string text = string.Join('×', shape);
        return text.Length == 0 ? "scalar" : text;
    }
}
