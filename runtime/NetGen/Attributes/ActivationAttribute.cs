namespace NetGen;

/// <summary>The base of the activations: layers that keep the shape and have no parameters. The compiler fuses them into their neighbours.</summary>
public abstract class ActivationAttribute : LayerAttribute;
