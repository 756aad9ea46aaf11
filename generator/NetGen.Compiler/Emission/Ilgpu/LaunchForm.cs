namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>One of the ways in which a launch is printed: large batches have other tiles than small ones.</summary>
/// <param name="Suffix">Behind the method's name.</param>
/// <param name="IsLarge">Whether it is meant for many rows.</param>
/// <param name="Condition">When the host chooses it, in terms of <c>run</c>; null for always.</param>
internal sealed record LaunchForm(string Suffix, bool IsLarge, string? Condition)
{
    public string Remark => Condition is null ? "" : IsLarge ? "; for large batches" : "; for small batches";
}
