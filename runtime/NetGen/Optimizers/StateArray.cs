namespace NetGen;

/// <summary>One number per parameter value that an optimizer carries from step to step.</summary>
/// <param name="Name">PyTorch's name for it in <c>optimizer.state</c>: <c>exp_avg</c>.</param>
/// <param name="Initial">What its values start at.</param>
internal sealed record StateArray(string Name, double Initial = 0);
