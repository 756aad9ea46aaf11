namespace NetGen.EndToEnd.Tests.PyTorch;

/// <summary>One tensor of a reference file: its shape, and its values row by row.</summary>
internal sealed record StoredTensor(int[] Shape, float[] Values);
