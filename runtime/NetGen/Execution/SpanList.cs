using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace NetGen.Runtime;

/// <summary>Up to eight spans, for networks with several inputs, outputs or targets. Emitted code makes it.</summary>
/// <typeparam name="T">What the spans hold.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "It is a list of spans; a span cannot be an element of anything else.")]
public readonly ref struct SpanList<T>
{
    private readonly ReadOnlySpan<T> _0;
    private readonly ReadOnlySpan<T> _1;
    private readonly ReadOnlySpan<T> _2;
    private readonly ReadOnlySpan<T> _3;
    private readonly ReadOnlySpan<T> _4;
    private readonly ReadOnlySpan<T> _5;
    private readonly ReadOnlySpan<T> _6;
    private readonly ReadOnlySpan<T> _7;

    /// <summary>Makes a list; spans beyond its count are empty.</summary>
    /// <param name="count">How many spans there are.</param>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    /// <param name="third">The third.</param>
    /// <param name="fourth">The fourth.</param>
    /// <param name="fifth">The fifth.</param>
    /// <param name="sixth">The sixth.</param>
    /// <param name="seventh">The seventh.</param>
    /// <param name="eighth">The eighth.</param>
    public SpanList(
        int count, ReadOnlySpan<T> first, ReadOnlySpan<T> second = default, ReadOnlySpan<T> third = default, ReadOnlySpan<T> fourth = default,
        ReadOnlySpan<T> fifth = default, ReadOnlySpan<T> sixth = default, ReadOnlySpan<T> seventh = default, ReadOnlySpan<T> eighth = default)
    {
        Count = count;
        _0 = first;
        _1 = second;
        _2 = third;
        _3 = fourth;
        _4 = fifth;
        _5 = sixth;
        _6 = seventh;
        _7 = eighth;
    }

    /// <summary>How many spans there are.</summary>
    public int Count { get; }

    /// <summary>One of the spans.</summary>
    /// <param name="index">From 0; beyond the count spans are empty.</param>
    public ReadOnlySpan<T> this[int index] => index switch
    {
        0 => _0,
        1 => _1,
        2 => _2,
        3 => _3,
        4 => _4,
        5 => _5,
        6 => _6,
        _ => _7,
    };
}
