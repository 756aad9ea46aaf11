using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>Which taps of a window fall on a position of an image, along one axis: a range in even steps, because windows end where the image does.</summary>
/// <param name="First">The first tap.</param>
/// <param name="Count">How many.</param>
/// <param name="Result">The result whose window has its first such tap there; each further one belongs to a result before it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct WindowTaps(int First, int Count, int Result)
{
    /// <summary>Finds them.</summary>
    /// <param name="position">The position.</param>
    /// <param name="taps">Taps of the window.</param>
    /// <param name="stride">Positions from one result to the next.</param>
    /// <param name="dilation">Positions from one tap to the next.</param>
    /// <param name="results">How many results there are.</param>
    /// <returns>The taps; none where no window reaches.</returns>
    public static WindowTaps Of(int position, int taps, int stride, int dilation, int results)
    {
        int first = 0, count = 0, result = 0;
        for (var tap = 0; tap < taps; tap++)
        {
            var distance = position - (tap * dilation);
            if (distance < 0)
            {
                break;
            }

            if (distance % stride == 0 && distance / stride < results && count++ == 0)
            {
                (first, result) = (tap, distance / stride);
            }
        }

        return new WindowTaps(first, count, result);
    }

    /// <summary>Whether the same taps fall on another position, and so on all between them that are as many strides apart. Where there are none, nothing is said of those between.</summary>
    /// <param name="other">Those of the other position.</param>
    /// <returns>Whether they are the same.</returns>
    public bool IsLike(WindowTaps other) => First == other.First && Count == other.Count && Count > 0;
}
