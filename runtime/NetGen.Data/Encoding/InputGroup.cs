namespace NetGen;

/// <summary>Some columns that become an input of their own, for a network with several.</summary>
/// <param name="Name">The name of the group.</param>
/// <param name="Columns">Its columns, in the order of the inputs.</param>
public sealed record InputGroup(string Name, params IReadOnlyList<string> Columns);
