namespace NetGen.Runtime;

/// <summary>Decides which tensors of a file go into which parameters and buffers of a network, or says by name why they do not.</summary>
internal static class SafetensorsMatch
{
    /// <summary>At most this many differences are listed: a file of another network differs in everything.</summary>
    private const int MostListed = 12;

    /// <summary>Pairs what a network saves with the tensors of a file.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="network">The network's name, for messages.</param>
    /// <param name="entries">What the file holds.</param>
    /// <param name="parameters">What the network has; its buffers belong to it.</param>
    /// <param name="pattern">Only tensors of matching names are taken, and the file may hold more; null: file and network must have the same names.</param>
    /// <param name="architecture">How the layers differ, as far as that is known; listed behind what does not fit.</param>
    /// <exception cref="ArgumentException">The pattern matches nothing of the network.</exception>
    /// <exception cref="InvalidDataException">A tensor is missing, extra, of another shape or of a type that cannot be read.</exception>
    public static List<(StoredTensor Target, SafetensorsEntry Tensor)> Pair(
        string path, string network, IReadOnlyList<SafetensorsEntry> entries, ParameterSet parameters, string? pattern, IReadOnlyList<string>? architecture = null)
    {
        var stored = StoredTensor.Of(parameters);
        var wanted = stored.Where(target => pattern is null || NamePattern.Matches(pattern, target.Name)).ToList();
        if (wanted.Count == 0 && pattern is not null)
        {
            throw new ArgumentException(
                $"The pattern '{pattern}' matches no parameter{(stored.Count > parameters.Count ? " or buffer" : "")} of {network}. "
                + $"Its parameters are {string.Join(", ", parameters.Select(parameter => parameter.Name))}"
                + $"{(stored.Count > parameters.Count ? $"; its buffers are {string.Join(", ", parameters.Buffers.Select(buffer => buffer.Name))}" : "")}.",
                nameof(pattern));
        }

        var tensors = entries.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        var pairs = new List<(StoredTensor, SafetensorsEntry)>();
        var problems = new List<string>();
        foreach (var target in wanted)
        {
            if (!tensors.Remove(target.Name, out var tensor))
            {
                problems.Add($"{target.Kind} '{target.Name}' ({Shapes.Format(target.Shape)}) is not in the file");
            }
            else if (!tensor.Shape.SequenceEqual(target.Shape.Select(extent => (long)extent)))
            {
                problems.Add($"{target.Kind} '{target.Name}' is {Shapes.Format(tensor.Shape)} in the file, {Shapes.Format(target.Shape)} in {network}");
            }
            else if (!target.CanRead(tensor.Type))
            {
                problems.Add($"{target.Kind} '{target.Name}' has the type {tensor.Type} in the file; {target.ReadableTypes} can be read");
            }
            else
            {
                pairs.Add((target, tensor));
            }
        }

        if (pattern is null)
        {
            problems.AddRange(entries.Where(tensor => tensors.ContainsKey(tensor.Name))
                .Select(tensor => $"tensor '{tensor.Name}' ({Shapes.Format(tensor.Shape)}) of the file is not in {network}"));
        }

        return problems.Count == 0 ? pairs : throw Refusal(path, network, problems, architecture is { Count: > 0 } ? $" The architectures differ: {List(architecture)}." : "");
    }

    /// <summary>The exception for a file that does not fit.</summary>
    /// <param name="path">The file.</param>
    /// <param name="network">The network's name.</param>
    /// <param name="problems">What differs, a clause each.</param>
    /// <param name="rest">Sentences behind the list.</param>
    public static InvalidDataException Refusal(string path, string network, IReadOnlyList<string> problems, string rest) =>
        new($"'{path}' does not fit {network}, nothing of it was taken: {List(problems)}.{rest}");

    private static string List(IReadOnlyList<string> clauses) =>
        string.Join("; ", clauses.Take(MostListed)) + (clauses.Count > MostListed ? $"; and {clauses.Count - MostListed} more differences" : "");
}
