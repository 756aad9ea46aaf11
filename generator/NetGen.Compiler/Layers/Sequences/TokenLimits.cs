namespace NetGen.Compiler.Layers.Sequences;

/// <summary>Bounds of tokens.</summary>
internal static class TokenLimits
{
    /// <summary>Single precision holds the whole numbers up to here.</summary>
    public const int MaxVocabulary = 1 << 24;
}
