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

    public Problem(string id, int layer, string? argument, params string[] values)
        : this(id, layer, argument, new EquatableArray<string>(values))
    {
    }
}
