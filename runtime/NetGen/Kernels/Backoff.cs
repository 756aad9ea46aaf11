using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>
/// Waiting in two stages: pauses first (a fork-join in a fraction of a microsecond), then giving the core away on each
/// look. Pausing alone costs whole time slices, milliseconds, as soon as another process wants the core.
/// </summary>
internal struct Backoff
{
    private const int Pauses = 1_000;
    private const int Yields = 2_000;
    private int _looks;

    /// <summary>Whether it is time to park.</summary>
    internal readonly bool IsExhausted => _looks >= Pauses + Yields;

    internal void Pause()
    {
        if (_looks >= Pauses)
        {
            Thread.Yield();
        }
        else if (X86Base.IsSupported)
        {
            X86Base.Pause();
        }
        else
        {
            Thread.SpinWait(1);
        }

        // The caller of a job waits for as long as it takes: the count must not wrap.
        _looks = Math.Min(_looks + 1, Pauses + Yields);
    }
}
