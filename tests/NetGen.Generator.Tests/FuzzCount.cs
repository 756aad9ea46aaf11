using System.Globalization;

namespace NetGen.Generator.Tests;

/// <summary>How many random programs the slower tests take: a few, so that every run has some, or as many as the environment variable <c>NETGEN_FUZZ</c> says.</summary>
internal static class FuzzCount
{
    public static int Or(int usual) => int.TryParse(Environment.GetEnvironmentVariable("NETGEN_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : usual;
}
