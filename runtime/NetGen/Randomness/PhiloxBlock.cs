using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>The four 32-bit words that Philox4x32 yields for one counter.</summary>
/// <param name="Word0">The first word.</param>
/// <param name="Word1">The second word.</param>
/// <param name="Word2">The third word.</param>
/// <param name="Word3">The fourth word.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct PhiloxBlock(uint Word0, uint Word1, uint Word2, uint Word3)
{
    /// <summary>A word by its position, 0 to 3.</summary>
    /// <param name="word">The position.</param>
    public uint this[int word] => word switch
    {
        0 => Word0,
        1 => Word1,
        2 => Word2,
        3 => Word3,
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, "A Philox block has the words 0 to 3."),
    };
}
