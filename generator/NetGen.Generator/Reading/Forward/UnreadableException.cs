using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Reading.Forward;

/// <summary>Ends the reading of one statement or function: at an expression that cannot be compiled, or, without a text, at one that C# cannot compile either.</summary>
internal sealed class UnreadableException(SyntaxNode place, string? found, string supported) : InvalidOperationException(found)
{
    public SyntaxNode Place { get; } = place;

    /// <summary>What stands there, or null where the C# compiler has an error of its own.</summary>
    public string? Found { get; } = found;

    /// <summary>What to write instead.</summary>
    public string Supported { get; } = supported;

    /// <summary>Whether it only follows from what was reported before.</summary>
    public bool IsReported { get; private init; }

    /// <summary>Whether a limit was reached, so that going on would only reach it again.</summary>
    public bool IsFatal { get; init; }

    /// <summary>Nothing new: what is needed here could not be read before.</summary>
    public static UnreadableException Reported(SyntaxNode place) => new(place, null, "") { IsReported = true };

    /// <summary>The code is not complete; C# says so, and nobody else should.</summary>
    public static UnreadableException Incomplete(SyntaxNode place) => new(place, null, "");
}
