using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Reading.Forward;

/// <summary>Ends the reading of one method: at an expression that cannot be compiled, or, without a text, at one that C# cannot compile either.</summary>
internal sealed class UnreadableException(SyntaxNode place, string? found, string supported) : InvalidOperationException(found)
{
    public SyntaxNode Place { get; } = place;

    /// <summary>What stands there, or null where the C# compiler has an error of its own.</summary>
    public string? Found { get; } = found;

    /// <summary>What to write instead.</summary>
    public string Supported { get; } = supported;

    /// <summary>The code is not complete; C# says so, and nobody else should.</summary>
    public static UnreadableException Incomplete(SyntaxNode place) => new(place, null, "");
}
