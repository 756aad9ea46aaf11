namespace NetGen.Accuracy;

/// <summary>Every float there is, or every <paramref name="stride"/>th by its bits, through a method on every target.</summary>
internal sealed class FloatSweep(string method, Func<double, double> reference, int stride)
{
    private const int Chunk = 1 << 15;

    /// <summary>Whole chunks: with a stride, the last one may begin anew.</summary>
    public long Count => ((((1L << 32) / stride) + Chunk - 1) / Chunk) * Chunk;

    /// <summary>The largest error per program. The reference is a double, accurate to a few 2^-53: 10^-8 of a float's unit.</summary>
    public Worst[] Run(IReadOnlyList<VectorProgram> programs)
    {
        var methods = programs.Select(p => p.Method<float>(method)).ToArray();
        var worst = programs.Select(_ => new Worst()).ToArray();
        Parallel.For(0, Count / Chunk, Cores.All, () => new Buffers(), (chunk, _, buffers) =>
        {
            var (xs, found, exact) = (buffers.Xs, buffers.Found, buffers.Exact);
            for (var i = 0; i < Chunk; i++)
            {
                xs[i] = BitConverter.UInt32BitsToSingle((uint)(((chunk * Chunk) + i) * stride));
                exact[i] = reference(xs[i]);
            }

            for (var m = 0; m < methods.Length; m++)
            {
                methods[m](xs, xs, found);
                var (ulps, at) = Largest(found, exact);
                worst[m].Add(ulps, xs[at]);
            }

            return buffers;
        }, _ => { });
        return worst;
    }

    private static (double Ulps, int At) Largest(float[] found, double[] exact)
    {
        var (worst, at) = (0.0, 0);
        for (var i = 0; i < exact.Length; i++)
        {
            // 2^(23 - exponent of the exact value), the exponent at least that of the smallest normal float.
            var exponent = Math.Max((BitConverter.DoubleToInt64Bits(exact[i]) >> 52) & 0x7FF, 1023 - 126);
            var ulps = Math.Abs(found[i] - exact[i]) * BitConverter.Int64BitsToDouble((2046 + 23 - exponent) << 52);
            // Infinities and NaN take the long way.
            if (!(ulps <= worst) && (ulps = new Exact(exact[i]).UlpsOf(found[i])) > worst)
            {
                (worst, at) = (ulps, i);
            }
        }

        return (worst, at);
    }

    private sealed class Buffers
    {
        public float[] Xs { get; } = new float[Chunk];

        public float[] Found { get; } = new float[Chunk];

        public double[] Exact { get; } = new double[Chunk];
    }
}
