namespace NetGen.Compiler.Emission;

/// <summary>Names that must differ: one that is taken gets the first number that makes it new, from 2.</summary>
/// <param name="taken">Names that are in use from the start.</param>
internal sealed class UniqueNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary>The name, or with <paramref name="separator"/> and a number behind it.</summary>
    public string Add(string name, string separator)
    {
        var candidate = name;
        for (var number = 2; !_taken.Add(candidate); number++)
        {
            candidate = Inv($"{name}{separator}{number}");
        }

        return candidate;
    }
}
