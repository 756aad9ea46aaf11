using NetGen.Compiler.Emission.Simd;

namespace NetGen.Accuracy;

/// <summary>The points of a <see cref="PowerGrid"/> on every target.</summary>
internal sealed class PowerSweep(int n, bool isDouble)
{
    private readonly PowerGrid _grid = new(n, isDouble);

    public Worst[] Run(IReadOnlyList<VectorProgram> programs)
    {
        var worst = programs.Select(_ => new Worst()).ToArray();
        var padded = (n + 15) / 16 * 16;
        Parallel.For(0, n, Cores.All, row =>
        {
            var xs = Enumerable.Repeat(_grid.Base(row), padded).ToArray();
            var ys = Enumerable.Range(0, padded).Select(column => _grid.Exponent(xs[0], column)).ToArray();
            // For floats the runtime's pow in double has 29 digits to spare.
            var exact = Enumerable.Range(0, padded).Select(i => isDouble ? ExactFunctions.Pow(xs[i], ys[i]) : Math.Pow(xs[i], ys[i])).ToArray();
            for (var m = 0; m < programs.Count; m++)
            {
                var ulps = isDouble ? Doubles(programs[m], xs, ys, exact) : Singles(programs[m], xs, ys, exact);
                var at = Array.IndexOf(ulps, ulps.Max());
                worst[m].Add(ulps[at], xs[at], ys[at]);
            }
        });
        return worst;
    }

    private static double[] Doubles(VectorProgram program, double[] xs, double[] ys, Exact[] exact) =>
        [.. program.Run(nameof(Function.Pow), xs, ys).Zip(exact, (f, e) => e.UlpsOf(f))];

    private static double[] Singles(VectorProgram program, double[] xs, double[] ys, Exact[] exact) =>
        [.. program.Run(nameof(Function.Pow), Array.ConvertAll(xs, x => (float)x), Array.ConvertAll(ys, y => (float)y)).Zip(exact, (f, e) => e.UlpsOf(f))];
}
