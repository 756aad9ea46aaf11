using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace NetGen.Compiler.Emission.Simd.MatMul;

/// <summary>
/// The product of one row with several panels of a weight at once: <c>y[p, n] = bias[p, n] + sum over k of x[k] * W[p][k, n]</c>.
/// The sum is split into <see cref="Chains"/> interleaved ones, so that enough additions are under way at a time.
/// </summary>
/// <remarks>
/// Printed signature: <c>(ref T x, ref T b, [nint bPanel,] ref T y, ref T bias, nint depth, ...)</c>. x is contiguous (one row of
/// panels is); panels of B are <c>bPanel</c> = K * PW elements apart; y and bias are contiguous over the panels.
/// A single panel may be half as wide (<see cref="IsNarrow"/>).
/// </remarks>
public sealed record GemvTile(TileTarget Target, int Panels, int Chains, bool IsNarrow = false)
{
    /// <summary>As <see cref="Tile.Epilogue"/>; positions count from <c>y</c>.</summary>
    public IReadOnlyList<string> Epilogue { get; init; } = [];

    public IReadOnlyList<string> EpilogueParameters { get; init; } = [];

    public string EpilogueRemark { get; init; } = "";

    public string Suffix { get; init; } = "";

    public string Name => Inv($"Gemv{Panels}{(IsNarrow ? "Narrow" : "")}{Suffix}");

    private int Stride => IsNarrow ? Target.Half : Target.Width;

    private int VectorsPerPanel => Stride / Target.Lanes;

    private int Vectors => Panels * VectorsPerPanel;

    public string Print()
    {
        TileTarget t = Target;
        StringBuilder text = new();
        void Line(int indent, string line) => text.Append(' ', line.Length == 0 ? 0 : 4 * indent).Append(line).Append('\n');

        string[] parameters =
        [
            $"ref {t.Scalar} x", $"ref {t.Scalar} b", .. Panels > 1 ? ["nint bPanel"] : System.Array.Empty<string>(),
            $"ref {t.Scalar} y", $"ref {t.Scalar} bias", "nint depth", .. EpilogueParameters,
        ];
        Line(0, Inv($"// y[0..{Panels * Stride}) = bias + sum over k of x[k] * B[k, 0..{Panels * Stride}){EpilogueRemark}, {Chains} sums side by side."));
        Line(0, Panels > 1 ? Inv($"// B: {Panels} panels, bPanel apart, depth stride {Stride}.") : Inv($"// B: depth stride {Stride}."));
        Line(0, "[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        Line(0, $"private static void {Name}({string.Join(", ", parameters)})");
        Line(0, "{");
        for (int chain = 0; chain < Chains; chain++)
        {
            int c = chain;
            IEnumerable<string> sums = Enumerable.Range(0, Vectors)
                .Select(v => $"{Sum(v, c)} = {(c == 0 ? t.Load("bias", Inv($"{v * t.Lanes}")) : t.Vector + ".Zero")}");
            Line(1, $"{t.Vector} {string.Join(", ", sums)};");
        }

        for (int panel = 1; panel < Panels; panel++)
        {
            Line(1, Inv($"ref {t.Scalar} b{panel} = ref Unsafe.Add(ref b, {(panel == 1 ? "" : Inv($"{panel} * "))}bPanel);"));
        }

        Line(1, "nint k = 0;");
        Line(1, Inv($"for (; k <= depth - {Chains}; k += {Chains})"));
        Line(1, "{");
        for (int chain = 0; chain < Chains; chain++)
        {
            WriteStep(Line, chain);
        }

        Line(1, "}");
        Line(0, "");
        if (Chains > 1)
        {
            Line(1, "for (; k < depth; k++)");
            Line(1, "{");
            WriteStep(Line, 0);
            Line(1, "}");
            Line(0, "");
        }

        for (int v = 0; v < Vectors; v++)
        {
            for (int width = Chains / 2; width > 0; width /= 2)
            {
                for (int chain = 0; chain < width; chain++)
                {
                    Line(1, $"{Sum(v, chain)} += {Sum(v, chain + width)};");
                }
            }

            string at = Inv($"{v * t.Lanes}");
            foreach (string statement in Epilogue)
            {
                Line(1, statement.Replace("{v}", Sum(v, 0)).Replace("{at}", at));
            }

            Line(1, t.Store(Sum(v, 0), "y", at));
        }

        Line(0, "}");
        return text.ToString();
    }

    private void WriteStep(System.Action<int, string> line, int chain)
    {
        TileTarget t = Target;
        line(2, Inv($"{t.Vector} x{chain} = {t.Class}.Create(Unsafe.Add(ref x, k{(chain == 0 ? "" : Inv($" + {chain}"))}));"));
        for (int v = 0; v < Vectors; v++)
        {
            int panel = v / VectorsPerPanel;
            int at = (chain * Stride) + (v % VectorsPerPanel * t.Lanes);
            string row = Inv($"Unsafe.Add(ref b{(panel == 0 ? "" : Inv($"{panel}"))}, (k * {Stride}){(at == 0 ? "" : Inv($" + {at}"))})");
            line(2, $"{Sum(v, chain)} = {t.MultiplyAdd(Inv($"x{chain}"), $"{t.Class}.LoadUnsafe(ref {row})", Sum(v, chain))};");
        }
    }

    private static string Sum(int vector, int chain) => Inv($"y{vector}{(char)('a' + chain)}");
}
