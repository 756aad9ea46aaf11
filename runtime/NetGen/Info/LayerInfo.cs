namespace NetGen;

/// <summary>One layer of a network as the summary shows it.</summary>
/// <param name="Name">The name of the layer, the first part of its parameters' names: <c>dense1</c>.</param>
/// <param name="Kind">The kind, as the attribute is called: <c>Dense</c>.</param>
/// <param name="Description">The kind with its arguments: <c>Dense(128)</c>.</param>
/// <param name="OutputShape">The shape of one sample after the layer, without the batch.</param>
/// <param name="ParameterCount">The number of trainable values.</param>
/// <param name="Flops">Floating-point operations of the forward pass for one sample; a multiplication with an addition counts as two.</param>
public sealed record LayerInfo(
    string Name,
    string Kind,
    string Description,
    IReadOnlyList<int> OutputShape,
    int ParameterCount,
    long Flops);
