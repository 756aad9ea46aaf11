using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>Up to eight spans to write to, for networks with several inputs or outputs. Emitted code makes it.</summary>
/// <typeparam name="T">What the spans hold.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct WritableSpanList<T>
{
    private readonly Span<T> _0;
    private readonly Span<T> _1;
    private readonly Span<T> _2;
    private readonly Span<T> _3;
    private readonly Span<T> _4;
    private readonly Span<T> _5;
    private readonly Span<T> _6;
    private readonly Span<T> _7;

    /// <summary>A list of one.</summary>
    /// <param name="first">The first span.</param>
    public WritableSpanList(Span<T> first)
    {
        _0 = first;
        Count = 1;
    }

    /// <summary>A list of two.</summary>
    /// <param name="first">The first span.</param>
    /// <param name="second">The second span.</param>
    public WritableSpanList(Span<T> first, Span<T> second)
        : this(first)
    {
        _1 = second;
        Count = 2;
    }

    /// <summary>A list of three.</summary>
    /// <param name="first">The first span.</param>
    /// <param name="second">The second span.</param>
    /// <param name="third">The third span.</param>
    public WritableSpanList(Span<T> first, Span<T> second, Span<T> third)
        : this(first, second)
    {
        _2 = third;
        Count = 3;
    }

    /// <summary>A list of 4.</summary>
    /// <param name="first">The first span.</param>
    /// <param name="second">The second span.</param>
    /// <param name="third">The third span.</param>
    /// <param name="fourth">The fourth span.</param>
    public WritableSpanList(Span<T> first, Span<T> second, Span<T> third, Span<T> fourth)
        : this(first, second, third)
    {
        _3 = fourth;
        Count = 4;
    }

    /// <summary>A list of 5.</summary>
    /// <param name="first">The first span.</param>
    /// <param name="second">The second span.</param>
    /// <param name="third">The third span.</param>
    /// <param name="fourth">The fourth span.</param>
    /// <param name="fifth">The fifth span.</param>
    public WritableSpanList(Span<T> first, Span<T> second, Span<T> third, Span<T> fourth, Span<T> fifth)
        : this(first, second, third, fourth)
    {
        _4 = fifth;
        Count = 5;
    }

    /// <summary>A list of 6.</summary>
    /// <param name="first">The first span.</param>
    /// <param name="second">The second span.</param>
    /// <param name="third">The third span.</param>
    /// <param name="fourth">The fourth span.</param>
    /// <param name="fifth">The fifth span.</param>
    /// <param name="sixth">The sixth span.</param>
    public WritableSpanList(Span<T> first, Span<T> second, Span<T> third, Span<T> fourth, Span<T> fifth, Span<T> sixth)
        : this(first, second, third, fourth, fifth)
    {
        _5 = sixth;
        Count = 6;
    }

    /// <summary>A list of 7.</summary>
    /// <param name="first">The first span.</param>
    /// <param name="second">The second span.</param>
    /// <param name="third">The third span.</param>
    /// <param name="fourth">The fourth span.</param>
    /// <param name="fifth">The fifth span.</param>
    /// <param name="sixth">The sixth span.</param>
    /// <param name="seventh">The seventh span.</param>
    public WritableSpanList(Span<T> first, Span<T> second, Span<T> third, Span<T> fourth, Span<T> fifth, Span<T> sixth, Span<T> seventh)
        : this(first, second, third, fourth, fifth, sixth)
    {
        _6 = seventh;
        Count = 7;
    }

    /// <summary>A list of 8.</summary>
    /// <param name="first">The first span.</param>
    /// <param name="second">The second span.</param>
    /// <param name="third">The third span.</param>
    /// <param name="fourth">The fourth span.</param>
    /// <param name="fifth">The fifth span.</param>
    /// <param name="sixth">The sixth span.</param>
    /// <param name="seventh">The seventh span.</param>
    /// <param name="eighth">The eighth span.</param>
    public WritableSpanList(Span<T> first, Span<T> second, Span<T> third, Span<T> fourth, Span<T> fifth, Span<T> sixth, Span<T> seventh, Span<T> eighth)
        : this(first, second, third, fourth, fifth, sixth, seventh)
    {
        _7 = eighth;
        Count = 8;
    }

    /// <summary>How many spans there are.</summary>
    public int Count { get; }

    /// <summary>One of the spans.</summary>
    /// <param name="index">From 0; spans beyond the count are empty.</param>
    public Span<T> this[int index] => index switch
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
