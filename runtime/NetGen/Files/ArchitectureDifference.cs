namespace NetGen.Runtime;

/// <summary>What the architecture in a file and that of a network do not have in common, layer by layer, in words.</summary>
internal static class ArchitectureDifference
{
    private const string Arrow = " -> ", Input = "input ", Output = "output ", Precision = "precision ";

    /// <summary>
    /// Lists the differences. That of the number type is not one: values are converted. Layers at the start and at the end that are the same are set off against each
    /// other first, so that one more layer is one difference.
    /// </summary>
    /// <param name="network">The name of the network.</param>
    /// <param name="file">The lines in the file; none if the file has no architecture.</param>
    /// <param name="own">The network's.</param>
    /// <returns>A clause each; none if the two are the same or the file says nothing.</returns>
    public static List<string> Between(string network, IReadOnlyList<string> file, IReadOnlyList<string> own)
    {
        var differences = new List<string>();
        if (file.Count == 0)
        {
            return differences;
        }

        AddFrame(differences, network, file, own, Input, "the input");
        AddLayers(differences, network, LayersOf(file), LayersOf(own));
        AddFrame(differences, network, file, own, Output, "the function behind the last layer");
        return differences;
    }

    private static void AddFrame(List<string> differences, string network, IReadOnlyList<string> file, IReadOnlyList<string> own, string start, string what)
    {
        string ofFile = Find(file, start), ofNetwork = Find(own, start);
        if (ofFile != ofNetwork)
        {
            differences.Add($"{what} is {ofFile} in the file, {ofNetwork} in {network}");
        }
    }

    private static void AddLayers(List<string> differences, string network, string[] file, string[] own)
    {
        int most = Math.Min(file.Length, own.Length), first = 0, last = 0;
        while (first < most && file[first] == own[first])
        {
            first++;
        }

        while (last < most - first && file[^(last + 1)] == own[^(last + 1)])
        {
            last++;
        }

        for (int i = first; i < Math.Max(file.Length, own.Length) - last; i++)
        {
            differences.Add(
                i >= own.Length - last ? $"layer {i + 1} of the file, {Kind(file[i])}, is not in {network}"
                : i >= file.Length - last ? $"layer {i + 1} of {network}, {Kind(own[i])}, is not in the file"
                : Both(network, i + 1, file[i], own[i]));
        }
    }

    /// <summary>As much of two lines as tells them apart: the kind, or with the shapes, or with the names of the parameters.</summary>
    private static string Both(string network, int number, string file, string own)
    {
        Func<string, string> part = Kind(file) != Kind(own) ? Kind : Shaped(file) != Shaped(own) ? Shaped : line => line;
        return $"layer {number} is {part(file)} in the file, {part(own)} in {network}";
    }

    // "LayerNorm(Epsilon = 1E-05) 28×28 -> 28×28 (norm.weight, norm.bias)": no shape has a space.
    private static string Kind(string line)
    {
        string start = line.Split(Arrow)[0];
        return start.LastIndexOf(' ') is > 0 and int end ? start[..end] : start;
    }

    private static string Shaped(string line) => line.IndexOf(Arrow, StringComparison.Ordinal) is >= 0 and int arrow
        && line.IndexOf(' ', arrow + Arrow.Length) is >= 0 and int end ? line[..end] : line;

    private static string Find(IReadOnlyList<string> lines, string start) =>
        lines.FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))?[start.Length..] ?? "not told";

    private static string[] LayersOf(IReadOnlyList<string> lines) =>
        [.. lines.Where((line, index) => index > 0 && !new[] { Precision, Input, Output }.Any(start => line.StartsWith(start, StringComparison.Ordinal)))];
}
