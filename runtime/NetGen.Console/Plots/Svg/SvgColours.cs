namespace NetGen;

/// <summary>The colours of pictures: lines are told apart also by those who see fewer colours (Okabe and Ito 2008).</summary>
internal static class SvgColours
{
    public const string Background = "#ffffff";
    public const string Text = "#222222";
    public const string FaintText = "#666666";
    public const string Axis = "#999999";
    public const string Grid = "#e8e8e8";

    /// <summary>Of bars to the right of zero.</summary>
    public static string Positive => Lines[1];

    /// <summary>Of bars to the left of zero.</summary>
    public static string Negative => Lines[0];

    private static readonly string[] Lines = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7a5195", "#6b6b6b"];

    public static string Line(PlotSeries series, int index) => series.Dashed && series.Colour is null ? Axis : Lines[(series.Colour ?? index) % Lines.Length];
}
