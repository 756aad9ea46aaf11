using System.ComponentModel;

namespace NetGen;

/// <summary>
/// What a block or a network consists of, for the compiler of a project that uses it as a part: source text does not cross assemblies. Written by the compiler.
/// </summary>
/// <param name="spec">The text, which starts with its version.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class CompiledSpecAttribute(string spec) : Attribute
{
    /// <summary>The text.</summary>
    public string Spec { get; } = spec;
}
