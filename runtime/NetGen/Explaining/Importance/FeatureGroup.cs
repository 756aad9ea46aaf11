namespace NetGen;

/// <summary>Inputs that are one thing: the categories of a column that became an input each.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Inputs">The numbers of the inputs, from 0.</param>
public sealed record FeatureGroup(string Name, params IReadOnlyList<int> Inputs);
