namespace NetGen.Runtime;

/// <summary>From the gradient by the result of an operation to the gradient by one of its inputs; its sum where the input was broadcast.</summary>
/// <param name="gradient">The gradient by the result, of its shape.</param>
/// <param name="result">What the operation gave.</param>
/// <returns>The gradient by the input, or one that broadcasting made larger.</returns>
internal delegate Tensor Pullback(Tensor gradient, Tensor result);

/// <summary>
/// That a tensor was computed from another, and how its derivative goes back. The way back is written in <see cref="Ops"/>, so it can be differentiated like any other
/// computation.
/// </summary>
internal sealed record Dependence(Tensor Input, Pullback Pull);
