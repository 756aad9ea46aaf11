namespace NetGen.Gpu.Tests;

/// <summary>
/// How much of everything is run. The threads of ILGPU's own accelerator are threads of the operating system, a whole group of which stops at each barrier: some ten
/// times slower than the simulator's. There twenty steps would show no more than three do: rounding, which is what grows, is that of the same C# in both.
/// </summary>
internal static class Extent
{
#if PACKAGED
    public const int Steps = 3;
#else
    public const int Steps = 20;
#endif
}
