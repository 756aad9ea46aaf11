namespace NetGen.Compiler.Model;

/// <summary>
/// One layer or loss attribute: its kind (the attribute's name without the suffix) and the arguments that were written. <c>Block</c> and <c>Residual</c>
/// carry the key of their class as <c>Module</c>, next to <c>Holes</c> and <c>Repeat</c>; <c>Apply</c> that of its function as <c>Function</c>.
/// </summary>
public sealed record LayerSpec(string Kind, EquatableArray<Argument> Arguments)
{
    public LayerSpec(string kind, params Argument[] arguments) : this(kind, new EquatableArray<Argument>(arguments))
    {
    }

    /// <summary>The user's name of the layer, or null.</summary>
    public string? Name => Find("Name")?.Text;

    public bool Frozen => Flag("Frozen", false);

    public Initializer Init => (Initializer)Int("Init", (int)Initializer.Default);

    public Argument? Find(string name) => Arguments.FirstOrDefault(argument => argument.Name == name);

    public double Number(string name, double otherwise) =>
        Find(name) is { Numbers.Count: > 0 } argument ? argument.Numbers[0] : otherwise;

    public int Int(string name, int otherwise) => (int)Number(name, otherwise);

    public bool Flag(string name, bool otherwise) => Number(name, otherwise ? 1 : 0) != 0;

    public double[] Numbers(string name) => Find(name)?.Numbers.ToArray() ?? [];

    public int[] Ints(string name) => Numbers(name).Select(number => (int)number).ToArray();
}

/// <summary>
/// One argument. Constructor parameters are named as properties are, with a capital; numbers, truth values (0, 1), enums and arrays
/// of them are <paramref name="Numbers"/>, strings are <paramref name="Text"/>.
/// </summary>
public sealed record Argument(string Name, EquatableArray<double> Numbers, string? Text)
{
    /// <summary>
    /// In a block: for each number an expression in the holes, in postfix notation (<c>4 A *</c>), or an empty string for a plain number. Empty when no number depends on a hole.
    /// </summary>
    public EquatableArray<string> Holes { get; init; }

    public Argument(string name, params double[] numbers) : this(name, new EquatableArray<double>(numbers), null)
    {
    }

    public Argument(string name, string text) : this(name, EquatableArray<double>.Empty, text)
    {
    }
}
