namespace NetGen;

/// <summary>
/// An input of tokens: <c>TokenInput(64, 100)</c> for 64 whole numbers from 0 to 99 per sample. The generated members take them as <c>ReadOnlySpan&lt;int&gt;</c>; in
/// <c>Forward</c> they are a tensor [length] of whole numbers. A token outside of the vocabulary is refused. It stands where <see cref="InputAttribute"/> stands, and a
/// network may have both.
/// </summary>
/// <param name="length">Tokens per sample, at least 1.</param>
/// <param name="vocabulary">How many different tokens there are, at least 1 and at most 2²⁴.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Parameter, AllowMultiple = true, Inherited = false)]
public sealed class TokenInputAttribute(int length, int vocabulary) : Attribute
{
    /// <summary>Tokens per sample.</summary>
    public int Length { get; } = length;

    /// <summary>How many different tokens there are.</summary>
    public int Vocabulary { get; } = vocabulary;
}
