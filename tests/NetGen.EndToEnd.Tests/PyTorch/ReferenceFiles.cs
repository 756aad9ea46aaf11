using System.Globalization;

namespace NetGen.EndToEnd.Tests.PyTorch;

/// <summary>
/// The stored values, embedded in the test assembly. A case opens with its name in brackets; every further line is
/// <c>key TAB dims TAB values</c>, dims joined by x, values the shortest decimals of the float32 numbers.
/// </summary>
internal static class ReferenceFiles
{
    private static readonly Lazy<IReadOnlyDictionary<string, StoredCase>> s_cases = new(() => In(".PyTorch.Reference."));

    public static IReadOnlyDictionary<string, StoredCase> Cases => s_cases.Value;

    /// <summary>The cases of the files in a folder.</summary>
    public static Dictionary<string, StoredCase> In(string folder)
    {
        var assembly = typeof(ReferenceFiles).Assembly;
        var cases = new Dictionary<string, StoredCase>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.Contains(folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            Read(reader, cases);
        }

        return cases;
    }

    private static void Read(StreamReader reader, Dictionary<string, StoredCase> cases)
    {
        Dictionary<string, StoredTensor>? tensors = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                var name = line[1..^1];
                tensors = [];
                cases.Add(name, new StoredCase(name, tensors));
            }
            else if (!line.StartsWith('#'))
            {
                var fields = line.Split('\t');
                var shape = Array.ConvertAll(fields[1].Split('x'), dim => int.Parse(dim, CultureInfo.InvariantCulture));
                var values = Array.ConvertAll(fields[2].Split(' '), value => float.Parse(value, CultureInfo.InvariantCulture));
                tensors!.Add(fields[0], new StoredTensor(shape, values));
            }
        }
    }
}
