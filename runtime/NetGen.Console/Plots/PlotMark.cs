namespace NetGen;

/// <summary>A point of a <see cref="Plot"/> that is made conspicuous.</summary>
/// <param name="Label">What to write beside it; may be empty.</param>
/// <param name="X">Its abscissa.</param>
/// <param name="Y">Its ordinate.</param>
public sealed record PlotMark(string Label, double X, double Y);
