namespace NetGen;

/// <summary>An image of a folder.</summary>
/// <param name="Path">The file.</param>
/// <param name="Label">The number of its class.</param>
internal readonly record struct ImageFile(string Path, int Label);
