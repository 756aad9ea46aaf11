namespace NetGen.Compiler.Model;

/// <summary>
/// Something wrong with a declaration, as plain data: the generator drops it, an analyzer turns it into a diagnostic at the argument.
/// </summary>
/// <param name="Id">The id of the diagnostic, such as <c>NG1001</c>.</param>
/// <param name="Layer">Index of the layer; the number of layers for the loss, <see cref="Class"/> or <see cref="Input"/> otherwise.</param>
/// <param name="Argument">The argument to blame, or null for the whole attribute.</param>
/// <param name="Values">What the message quotes.</param>
public sealed record Problem(string Id, int Layer, string? Argument, EquatableArray<string> Values)
{
    public const int Class = -1;

    public const int Input = -2;

    /// <summary>For <see cref="Argument"/>: the name of the field itself.</summary>
    public const string FieldName = "<field>";

    /// <summary>The class of the block whose declaration is to blame; null for the network's own.</summary>
    public string? Module { get; init; }

    /// <summary>The field whose stack <see cref="Layer"/> counts in; null for the class.</summary>
    public string? Field { get; init; }

    /// <summary>The method whose step is to blame, <c>Forward</c> or a loss; null when an attribute is.</summary>
    public string? Method { get; init; }

    /// <summary>The index of the step in <see cref="Method"/>.</summary>
    public int Step { get; init; }

    /// <summary>Where the network uses the block that is to blame: the place to show when the block is another project's. Null outside of blocks.</summary>
    public BlockUse? Use { get; init; }

    /// <summary>A layer, as an attribute is written, that cures the problem where it stands right before; null where no such layer is known.</summary>
    public string? Cure { get; init; }

    /// <summary>What cures the problem in the place of the argument; null where no such value is known.</summary>
    public string? Instead { get; init; }

    public Problem(string id, int layer, string? argument, params string[] values)
        : this(id, layer, argument, new EquatableArray<string>(values))
    {
    }
}

/// <summary>A layer of the network itself, by the field that it stands in (null for the class) and its position there.</summary>
public sealed record BlockUse(string? Field, int Layer);
