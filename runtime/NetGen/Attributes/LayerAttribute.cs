namespace NetGen;

/// <summary>The base of all layers. Layers apply in the order in which they stand in the source text.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    /// <summary>
    /// The name of the layer in <see cref="ParameterSet"/>, in files and in the summary; unique within the network. By default the kind
    /// in lower case and the 1-based position among its kind: <c>dense1</c>, <c>dense2</c>.
    /// </summary>
    public string? Name { get; set; }
}
