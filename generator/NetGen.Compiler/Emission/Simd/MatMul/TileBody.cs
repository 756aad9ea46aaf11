using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace NetGen.Compiler.Emission.Simd.MatMul;

/// <summary>
/// The text that all tiles share: accumulators, one step of the sum, epilogue and stores. A stride is an element count
/// where the layout fixes it, else the name of a parameter.
/// </summary>
internal sealed class TileBody(Tile tile, int aRow, int aStep, string bStride, string cStride)
{
    private readonly TileTarget _target = tile.Target;
    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    public void Line(int indent, string text) => _text.Append(' ', text.Length == 0 ? 0 : 4 * indent).Append(text).Append('\n');

    /// <summary>The method's attribute, signature and opening brace.</summary>
    public void Signature(params string[] parameters)
    {
        // Without AggressiveOptimization the first thousands of rows would run in tier 0, at a hundredth of the speed.
        IEnumerable<string> all = parameters.Where(parameter => parameter.Length > 0).Concat(tile.EpilogueParameters);
        Line(0, "[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        Line(0, $"private static void {tile.Name}({string.Join(", ", all)})");
        Line(0, "{");
    }

    public void Accumulators()
    {
        for (int v = 0; v < tile.Vectors && tile.Start == TileStart.Bias; v++)
        {
            Line(1, $"{_target.Vector} start{Letter(v)} = {_target.Load("bias", Number(v * _target.Lanes))};");
        }

        for (int r = 0; r < tile.Rows; r++)
        {
            IEnumerable<string> row = Enumerable.Range(0, tile.Vectors).Select(v => $"{Accumulator(r, v)} = {StartOf(r, v)}");
            Line(1, $"{_target.Vector} {string.Join(", ", row)};");
        }

        Line(0, "");
    }

    /// <summary>Several steps of the sum, then a and b moved behind them.</summary>
    public void Steps(int indent, int count)
    {
        Line(indent, $"{_target.Vector} {string.Join(", ", Enumerable.Range(0, tile.Vectors).Select(v => "b" + Letter(v)))}, x;");
        for (int step = 0; step < count; step++)
        {
            Step(indent, step);
        }

        Line(indent, $"a = ref Unsafe.Add(ref a, {Number(count * aStep)});");
        Line(indent, $"b = ref Unsafe.Add(ref b, {Times(count, bStride)});");
    }

    /// <summary>Epilogue and store of each accumulator.</summary>
    public void Stores()
    {
        Line(0, "");
        for (int r = 0; r < tile.Rows; r++)
        {
            for (int v = 0; v < tile.Vectors; v++)
            {
                foreach (string statement in tile.Epilogue)
                {
                    Line(1, statement.Replace("{v}", Accumulator(r, v)).Replace("{at}", PositionInC(r, v)));
                }

                Line(1, _target.Store(Accumulator(r, v), "c", PositionInC(r, v)));
            }
        }

        Line(0, "}");
    }

    private void Step(int indent, int step)
    {
        string row = step == 0 ? "b" : $"Unsafe.Add(ref b, {Times(step, bStride)})";
        for (int v = 0; v < tile.Vectors; v++)
        {
            Line(indent, $"b{Letter(v)} = {_target.Load(row, Number(v * _target.Lanes))};");
        }

        if (tile.PrefetchDistance > 0)
        {
            for (int line = 0; line < tile.Columns; line += _target.Half)
            {
                int distance = (tile.PrefetchDistance / 64 * _target.Half) + line;
                Line(indent, $"Memory.Prefetch(ref Unsafe.Add(ref {row}, {Number(distance)}));");
            }
        }

        for (int r = 0; r < tile.Rows; r++)
        {
            Line(indent, $"x = {_target.Broadcast("a", Number((r * aRow) + (step * aStep)))};");
            for (int v = 0; v < tile.Vectors; v++)
            {
                string sum = Accumulator(r, v);
                Line(indent, $"{sum} = {_target.MultiplyAdd("x", "b" + Letter(v), sum)};");
            }
        }
    }

    private string StartOf(int row, int vector) => tile.Start switch
    {
        TileStart.Bias => $"start{Letter(vector)}",
        TileStart.Add => _target.Load("c", PositionInC(row, vector)),
        _ => $"{_target.Vector}.Zero",
    };

    private string PositionInC(int row, int vector)
    {
        int column = vector * _target.Lanes;
        return int.TryParse(cStride, NumberStyles.None, CultureInfo.InvariantCulture, out int stride) ? Number((row * stride) + column)
            : row == 0 ? Number(column)
            : column == 0 ? $"(nuint)({Times(row, cStride)})"
            : $"(nuint)(({Times(row, cStride)}) + {Number(column)})";
    }

    private static string Times(int count, string stride) =>
        int.TryParse(stride, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? Number(count * number)
            : count == 1 ? stride
            : $"{Number(count)} * {stride}";

    private static string Accumulator(int row, int vector) => $"c{Number(row)}{Letter(vector)}";

    private static string Letter(int vector) => ((char)('a' + vector)).ToString();

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
