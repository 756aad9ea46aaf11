namespace NetGen.Compiler.Emission;

/// <summary>The methods of an emitted class, each text once.</summary>
internal sealed class MethodTable
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    public IReadOnlyList<string> Texts => _texts;

    /// <summary>
    /// Adds a method and returns its name. The same text is kept once, and another text under the same name gets a number behind it.
    /// </summary>
    /// <param name="name">The name that it has unless another method has it.</param>
    /// <param name="separator">What stands between the name and the number.</param>
    /// <param name="print">Prints the method under the name that it gets.</param>
    public string Add(string name, string separator, Func<string, string> print)
    {
        var candidate = name;
        for (var number = 2; ; number++)
        {
            var text = print(candidate);
            if (!_names.TryGetValue(candidate, out var known))
            {
                _names.Add(candidate, text);
                _texts.Add(text);
                return candidate;
            }

            if (known == text)
            {
                return candidate;
            }

            candidate = Inv($"{name}{separator}{number}");
        }
    }
}
