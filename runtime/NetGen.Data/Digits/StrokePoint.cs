namespace NetGen.Digits;

/// <summary>A point of a pen stroke.</summary>
/// <param name="X">Rightwards.</param>
/// <param name="Y">Downwards.</param>
internal readonly record struct StrokePoint(double X, double Y);
