global using static NetGen.Compiler.Text;
using System.Globalization;

namespace NetGen.Compiler;

/// <summary>Text that is the same on every machine.</summary>
internal static class Text
{
    /// <summary>An interpolated string in the invariant culture.</summary>
    public static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
