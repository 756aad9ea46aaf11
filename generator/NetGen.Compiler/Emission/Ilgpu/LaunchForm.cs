namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>One of the ways in which a launch is printed: large batches have other tiles than small ones, and tensor cores have tiles of their own.</summary>
/// <param name="IsLarge">Whether it is meant for many rows.</param>
/// <param name="Condition">When the host chooses it by the size of the batch, in terms of <c>run</c>; null for always.</param>
/// <param name="Products">How its products are multiplied.</param>
/// <param name="HasOthers">Whether there are forms of other precision, so that the host has to choose among them.</param>
internal sealed record LaunchForm(bool IsLarge, string? Condition, ProductPrecision Products = ProductPrecision.Single, bool HasOthers = false)
{
    public static LaunchForm Only { get; } = new(false, null);

    /// <summary>Behind the method's name.</summary>
    public string Suffix => Precision + (Condition is null || IsLarge ? "" : "Small");

    public string Remark => (Condition is null ? "" : IsLarge ? "; for large batches" : "; for small batches") + (Precision.Length > 0 ? $"; on tensor cores, {Products}" : "");

    private string Precision => Products switch
    {
        ProductPrecision.TensorFloat32 => "Tf32",
        ProductPrecision.BFloat16 => "Bf16",
        _ => "",
    };

    /// <summary>The number of groups: <paramref name="blocks"/>, or none where the host is to choose another form.</summary>
    public string Blocks(string blocks)
    {
        var conditions = new List<string>();
        if (HasOthers)
        {
            conditions.Add(Inv($"run.Products == {(int)Products}"));
        }

        if (Condition is not null)
        {
            conditions.Add(Condition);
        }

        return conditions.Count == 0 ? blocks : $"{string.Join(" && ", conditions)} ? {blocks} : 0";
    }
}
