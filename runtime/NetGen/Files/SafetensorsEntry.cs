namespace NetGen.Runtime;

/// <summary>One tensor as the header of a safetensors file describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its element type, for example F32.</param>
/// <param name="Shape">Its extents; none for a scalar.</param>
/// <param name="Begin">The first byte, counted from the end of the header.</param>
/// <param name="End">The byte after the last.</param>
internal sealed record SafetensorsEntry(string Name, string Type, long[] Shape, long Begin, long End);
