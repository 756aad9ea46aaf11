using System.Runtime.CompilerServices;
using System.Text.Json;

namespace NetGen.Runtime.Tests.Data.Text;

/// <summary>The values of tests/reference/byte_pairs.py.</summary>
internal static class BytePairReference
{
    private static readonly JsonElement Root = Read();

    public static string Corpus => Root.GetProperty("corpus").GetString()!;

    public static int Size => Root.GetProperty("size").GetInt32();

    public static string[] Vocabulary => Texts(Root, "vocabulary");

    public static string[] Merges => Texts(Root, "merges");

    public static IReadOnlyList<(string Text, int[] Ids)> Cases => Encoded("cases");

    public static IReadOnlyList<(string Text, string[] Pieces)> Pieces => [.. Root.GetProperty("cases").EnumerateArray().Select(one => (one.GetProperty("text").GetString()!, Texts(one, "pieces")))];

    public static string[] OddVocabulary => Texts(Root, "oddVocabulary");

    public static string[] OddMerges => Texts(Root, "oddMerges");

    public static IReadOnlyList<(string Text, int[] Ids)> OddCases => Encoded("oddCases");

    private static (string Text, int[] Ids)[] Encoded(string name) =>
        [.. Root.GetProperty(name).EnumerateArray().Select(one => (one.GetProperty("text").GetString()!, one.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32()).ToArray()))];

    private static string[] Texts(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static JsonElement Read([CallerFilePath] string here = "") =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "byte_pairs.json"))).RootElement;
}
