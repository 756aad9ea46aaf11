namespace NetGen;

/// <summary>One box in the picture of a network: an input, a parameter, a layer or an operation of <c>Forward</c>.</summary>
/// <param name="Name">The layer's name or that of the local variable; empty for neither.</param>
/// <param name="Description">What it does: <c>Dense(128)</c>, <c>Add</c>.</param>
/// <param name="Shape">The shape of what comes out, without the batch.</param>
/// <param name="Inputs">What goes in: positions in <see cref="NetworkInfo.Nodes"/>.</param>
/// <param name="Group">The field or block that it belongs to; empty for the network itself.</param>
public sealed record NodeInfo(string Name, string Description, IReadOnlyList<int> Shape, IReadOnlyList<int> Inputs, string Group);
