namespace NetGen;

/// <summary>The base of the layers that learn: what every layer with weights can be told.</summary>
public abstract class WeightedLayerAttribute : LayerAttribute
{
    /// <summary>How the initial weights are drawn. Biases start at zero.</summary>
    public Initializer Init { get; set; } = Initializer.Default;

    /// <summary>
    /// True for a layer whose parameters training leaves as they are (default: false). Can be changed at run time by
    /// <see cref="ParameterSet.Freeze"/> and <see cref="ParameterSet.Unfreeze"/>.
    /// </summary>
    public bool Frozen { get; set; }
}
