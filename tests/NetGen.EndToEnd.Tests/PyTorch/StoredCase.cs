namespace NetGen.EndToEnd.Tests.PyTorch;

/// <summary>
/// What PyTorch made of one network: <c>parameter/…</c>, <c>inputs</c>, <c>targets</c>, <c>predictions</c>, <c>loss</c>, <c>gradient/…</c>,
/// <c>inputgradient</c>; with sample weights <c>weights</c> and the same under <c>weighted/</c>; and <c>after/OPTIMIZER/…</c>, the
/// parameters after <see cref="Steps"/> steps on the batch. Written by tests/reference/layers.py.
/// </summary>
internal sealed class StoredCase(string name, IReadOnlyDictionary<string, StoredTensor> tensors)
{
    public const int Steps = 20;

    public string Name => name;

    public bool HasWeights => tensors.ContainsKey("weights");

    public float[] this[string key] => tensors[key].Values;

    /// <summary>Names and tensors of the entries below a prefix such as <c>parameter/</c>, in the order of the file.</summary>
    public IEnumerable<(string Name, StoredTensor Tensor)> Below(string prefix) =>
        from entry in tensors
        where entry.Key.StartsWith(prefix, StringComparison.Ordinal)
        select (entry.Key[prefix.Length..], entry.Value);

    /// <summary>The optimizers that the case was stepped with.</summary>
    public IEnumerable<string> Optimizers => Below("after/").Select(entry => entry.Name.Split('/')[0]).Distinct();
}
