namespace NetGen.Compiler.Emission;

/// <summary>Text for a documentation comment: a formula may hold "less than".</summary>
internal static class XmlText
{
    public static string Of(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;");
}
