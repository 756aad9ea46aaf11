using NetGen.Compiler.Emission.Simd;

namespace NetGen.Accuracy;

/// <summary>The doubles of <see cref="DoubleSample"/> through a function on every target, compared in double-double arithmetic.</summary>
internal sealed class DoubleSweep(Function function, long count)
{
    private const int Chunk = 1 << 12;

    private readonly long _chunks = (count + Chunk - 1) / Chunk;

    public static bool IsCircular(Function function) => function is Function.Sin or Function.Cos;

    public Worst[] Run(IReadOnlyList<VectorProgram> programs)
    {
        var methods = programs.Select(p => p.Method<double>(function.ToString())).ToArray();
        var worst = programs.Select(_ => new Worst()).ToArray();
        Parallel.For(0, _chunks, Cores.All, chunk => Compare([.. Enumerable.Range(0, Chunk).Select(i => DoubleSample.Point((chunk * Chunk) + i, _chunks * Chunk))], methods, worst));
        if (IsCircular(function))
        {
            Parallel.ForEach(DoubleSample.Multiples().Chunk(Chunk), Cores.All, xs => Compare(xs, methods, worst));
        }

        return worst;
    }

    private void Compare(double[] xs, Action<double[], double[], double[]>[] methods, Worst[] worst)
    {
        Array.Resize(ref xs, Chunk);
        var exact = Array.ConvertAll(xs, x => ExactFunctions.Apply(function, x));
        var found = new double[Chunk];
        for (var m = 0; m < methods.Length; m++)
        {
            methods[m](xs, xs, found);
            for (var i = 0; i < Chunk; i++)
            {
                worst[m].Add(exact[i].UlpsOf(found[i]), xs[i]);
            }
        }
    }
}
