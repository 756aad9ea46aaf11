namespace NetGen;

/// <summary>
/// The weights that are a part of the program: a file that <c>SaveCompiled</c> wrote. The build puts it into the assembly, and each new network starts with a copy of it, without reading
/// or parsing anything, whatever its seed. The file is one of the project's items <c>NetGenWeights</c>, which are all <c>.netgen</c> files of its folder unless said otherwise.
/// </summary>
/// <param name="file">The file, relative to the project, with slashes: <c>"digits.netgen"</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class WeightsAttribute(string file) : Attribute
{
    /// <summary>The file, relative to the project.</summary>
    public string File { get; } = file;
}
