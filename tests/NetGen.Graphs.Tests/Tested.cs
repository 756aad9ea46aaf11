#if SINGLE
global using MathN = System.MathF;
global using Number = float;
#else
global using MathN = System.Math;
global using Number = double;
#endif

namespace NetGen.Graphs.Tests;

/// <summary>
/// The number type of all graphs here. The sources are compiled twice, into this project in double precision and into NetGen.Graphs.Single.Tests in single: an attribute
/// holds a constant, so that one declaration cannot be both.
/// </summary>
internal static class Tested
{
#if SINGLE
    public const Precision Precision = NetGen.Precision.Single;
#else
    public const Precision Precision = NetGen.Precision.Double;
#endif
}
