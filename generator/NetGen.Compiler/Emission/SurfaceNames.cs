using NetGen.Compiler.Emission.Simd;

namespace NetGen.Compiler.Emission;

/// <summary>Names of parameters of generated members, after the user's own names.</summary>
internal static class SurfaceNames
{
    /// <summary>A name of the user's as an identifier.</summary>
    public static string Of(string name) => ReservedNames.IsKeyword(name) ? "@" + name : name;
}
