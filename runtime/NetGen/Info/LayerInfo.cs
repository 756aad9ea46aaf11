namespace NetGen;

/// <summary>One layer of a network, or one operation of its <c>Forward</c>, as the summary shows it.</summary>
/// <param name="Name">The name of the layer, the first part of its parameters' names: <c>dense1</c>. Of an operation the variable that holds the result, otherwise its own name; several may have the same.</param>
/// <param name="Kind">The kind, as the attribute or the method is called: <c>Dense</c>, <c>MatMul</c>.</param>
/// <param name="Description">The kind with its arguments: <c>Dense(128)</c>.</param>
/// <param name="OutputShape">The shape of one sample after the layer, without the batch.</param>
/// <param name="ParameterCount">The number of trainable values.</param>
/// <param name="Flops">Floating-point operations of all products with weights and of values with each other in the forward pass of one sample, wherever the layer is applied; a multiplication with an addition counts as two.</param>
public sealed record LayerInfo(
    string Name,
    string Kind,
    string Description,
    IReadOnlyList<int> OutputShape,
    int ParameterCount,
    long Flops);
