using System.Globalization;
using System.Text;
using System.Xml;

namespace NetGen;

/// <summary>Writes the shapes of a picture, in pixels from the left and from the top.</summary>
internal sealed class SvgCanvas : IDisposable
{
    private readonly StringBuilder text = new();
    private readonly XmlWriter xml;

    public SvgCanvas(double width, double height, string title)
    {
        xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" });
        xml.WriteStartElement("svg", "http://www.w3.org/2000/svg");
        Attributes(("width", Number(width)), ("height", Number(height)), ("viewBox", $"0 0 {Number(width)} {Number(height)}"), ("role", "img"));
        Attributes(("font-family", "system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif"), ("font-size", "12"));
        xml.WriteElementString("title", CellText.Clean(title));
        Element("rect", ("width", "100%"), ("height", "100%"), ("fill", SvgColours.Background));
    }

    public string Complete()
    {
        xml.WriteEndElement();
        xml.Flush();
        return text.Append('\n').ToString();
    }

    public void Text(double x, double y, string content, string anchor, string colour, params ReadOnlySpan<(string Name, string Value)> more)
    {
        xml.WriteStartElement("text");
        Attributes(("x", Number(x)), ("y", Number(y)), ("text-anchor", anchor), ("fill", colour));
        Attributes(more);
        xml.WriteString(CellText.Clean(content));
        xml.WriteEndElement();
    }

    public void Line(double x1, double y1, double x2, double y2, string colour, params ReadOnlySpan<(string Name, string Value)> more)
    {
        xml.WriteStartElement("line");
        Attributes(("x1", Number(x1)), ("y1", Number(y1)), ("x2", Number(x2)), ("y2", Number(y2)), ("stroke", colour));
        Attributes(more);
        xml.WriteEndElement();
    }

    public void Polyline(IEnumerable<(double X, double Y)> points, string colour, bool dashed)
    {
        Element(
            "polyline",
            ("points", string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"))),
            ("fill", "none"),
            ("stroke", colour),
            ("stroke-width", dashed ? "1.2" : "2"),
            ("stroke-linejoin", "round"),
            ("stroke-linecap", dashed ? "butt" : "round"),
            ("stroke-dasharray", dashed ? "5 4" : "none"));
    }

    public void Circle(double x, double y, double radius, string fill, string stroke) =>
        Element("circle", ("cx", Number(x)), ("cy", Number(y)), ("r", Number(radius)), ("fill", fill), ("stroke", stroke), ("stroke-width", "1.5"));

    public void Rectangle(double x, double y, double width, double height, string fill) =>
        Element("rect", ("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(height)), ("fill", fill));

    /// <summary>A part of the picture with its own origin, beyond which nothing is drawn. A nested picture needs no names, which could be taken in a page.</summary>
    public void BeginWindow(double x, double y, double width, double height, double border)
    {
        var (wide, high) = (width + (2 * border), height + (2 * border));
        xml.WriteStartElement("svg");
        Attributes(("x", Number(x - border)), ("y", Number(y - border)), ("width", Number(wide)), ("height", Number(high)));
        Attributes(("viewBox", $"{Number(-border)} {Number(-border)} {Number(wide)} {Number(high)}"), ("overflow", "hidden"));
    }

    public void EndWindow() => xml.WriteEndElement();

    public void Dispose() => xml.Dispose();

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) is var number && number == "-0" ? "0" : number;

    private void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        Attributes(attributes);
        xml.WriteEndElement();
    }

    private void Attributes(params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            xml.WriteAttributeString(name, value);
        }
    }
}
