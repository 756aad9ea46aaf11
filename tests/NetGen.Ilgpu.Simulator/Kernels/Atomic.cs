namespace ILGPU;

/// <summary>Threads take turns, so that nothing has to be done for these to be atomic.</summary>
public static class Atomic
{
    public static int Add(ref int target, int value) => (target += value) - value;

    public static uint Add(ref uint target, uint value) => (target += value) - value;

    public static long Add(ref long target, long value) => (target += value) - value;

    public static float Add(ref float target, float value)
    {
        var before = target;
        target = before + value;
        return before;
    }

    public static double Add(ref double target, double value)
    {
        var before = target;
        target = before + value;
        return before;
    }
}
