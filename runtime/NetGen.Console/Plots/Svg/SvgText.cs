namespace NetGen;

/// <summary>How wide text is, without a font at hand: generously, so that nothing overlaps in any.</summary>
internal static class SvgText
{
    private const double WidthOfLetter = 0.56;

    public static double Width(string text, double size = 12) => CellText.Width(CellText.Clean(text)) * WidthOfLetter * size;

    public static string Fit(string text, double width, double size = 12)
    {
        var clean = CellText.Clean(text);
        return Width(clean, size) <= width ? clean : CellText.Fit(clean, (int)(width / (WidthOfLetter * size)));
    }
}
