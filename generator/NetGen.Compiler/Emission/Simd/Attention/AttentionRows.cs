using NetGen.Compiler.Fusion.Attention;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers.Sequences;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd.Attention;

/// <summary>Prints what happens to the rows of a block of scores. A row ends at the last key that its query sees; behind, up to the block's last key, it becomes zero.</summary>
internal sealed class AttentionRows(SimdContext context, AttentionRoom room)
{
    private readonly double _scale = 1 / Math.Sqrt(room.Shape.Features);

    /// <summary>exp(scale · (scores − their maximum)) in place of the scores, and for each row what its result has to be multiplied by.</summary>
    public string Weights() => context.Method("AttentionWeights", name => Print(name, "Powers of scores, and one divided by the sum of each row's.", "factors", writer =>
    {
        WriteLargest(writer);
        writer.Line($"var sum = {Vector}.Zero;");
        Sweep(writer, (at, valid, mark) =>
        {
            WritePower(writer, at, valid, mark);
            writer.Line($"sum += power{mark};");
            writer.Line($"power{mark}.StoreUnsafe(ref row, (nuint)({at}));");
        });
        WriteZeros(writer, "row");
        writer.Line($"Unsafe.Add(ref factors, i) = 1 / {Divisor};");
    }));

    /// <summary>Weights in place of the scores, and the gradients by the scores in place of those by the weights: dS = P (dP − Σ P dP) · scale.</summary>
    public string Slopes() => context.Method("AttentionSlopes", name => Print(name, "Scores become weights, and the gradients by weights become those by scores.", "slopes", writer =>
    {
        WriteLargest(writer);
        writer.Line($"ref {context.T} slope = ref Unsafe.Add(ref slopes, i * {context.Width});");
        writer.Line($"{Vector} sum = {Vector}.Zero, mean = {Vector}.Zero;");
        Sweep(writer, (at, valid, mark) =>
        {
            WritePower(writer, at, valid, mark);
            var product = context.Target.MultiplyAdd($"power{mark}", context.Load("slope", at), "mean");
            writer.Line($"sum += power{mark};");
            writer.Line($"mean = {(valid is null ? product : Select(valid, product, "mean"))};");
            writer.Line($"power{mark}.StoreUnsafe(ref row, (nuint)({at}));");
        });
        writer.Line($"var factor = {V}.Create(1 / {Divisor});");
        writer.Line($"mean = {Total}(mean) * factor;");
        writer.Line($"var scaled = factor * {V}.Create({context.Literal(_scale)});");
        Sweep(writer, (at, valid, mark) =>
        {
            writer.Line($"var power{mark} = {context.Load("row", at)};");
            var value = $"power{mark} * scaled * ({context.Load("slope", at)} - mean)";
            writer.Line($"({(valid is null ? value : Select(valid, value, Vector + ".Zero"))}).StoreUnsafe(ref slope, (nuint)({at}));");
            writer.Line($"(power{mark} * factor).StoreUnsafe(ref row, (nuint)({at}));");
        });
        WriteZeros(writer, "row", "slope");
    }));

    /// <summary>Multiplies each row of a panel by a number of its own.</summary>
    public string Scale() => context.Method("ScaleRows", name =>
    {
        var writer = new SourceWriter();
        writer.Line("/// <summary>Multiplies each row of a panel by a number of its own.</summary>");
        using (writer.Block($"private static void {name}(nint rows, ref {context.T} x, ref {context.T} factors)"))
        using (writer.Block("for (nint i = 0; i < rows; i++)"))
        {
            writer.Line($"ref {context.T} row = ref Unsafe.Add(ref x, i * {context.Width});");
            writer.Line($"var factor = {V}.Create(Unsafe.Add(ref factors, i));");
            for (var lane = 0; lane < context.Width; lane += context.Lanes)
            {
                writer.Line(Inv($"({context.Load("row", Inv($"{lane}"))} * factor).StoreUnsafe(ref row, {lane});"));
            }
        }

        return writer.ToString();
    });

    /// <summary>The lowest score in place of those that a mask hides; both lie in panels of keys.</summary>
    public string Hide() => context.Method("HideKeys", name =>
    {
        var writer = new SourceWriter();
        writer.Line("/// <summary>The lowest score in place of those of keys that may not be seen.</summary>");
        using (writer.Block($"private static void {name}(nint rows, nint keys, ref {context.T} scores, ref {context.T} mask, nint step)"))
        {
            writer.Line($"var hidden = {V}.Create({context.Literal(ScaledDotProduct.Hidden)});");
            using (writer.Block(Inv($"for (nint panel = 0; panel * {context.Width} < keys; panel++)")))
            using (writer.Block("for (nint i = 0; i < rows; i++)"))
            {
                writer.Line(Inv($"ref {context.T} row = ref Unsafe.Add(ref scores, (panel * {room.Block * context.Width}) + (i * {context.Width}));"));
                writer.Line($"ref {context.T} shown = ref Unsafe.Add(ref mask, {(room.Shape.MaskRows == 1 ? "panel * step" : Inv($"(panel * step) + (i * {context.Width})"))});");
                for (var lane = 0; lane < context.Width; lane += context.Lanes)
                {
                    var at = Inv($"{lane}");
                    writer.Line($"{Select($"{V}.Equals({context.Load("shown", at)}, {Vector}.Zero)", "hidden", context.Load("row", at))}.StoreUnsafe(ref row, {at});");
                }
            }
        }

        return writer.ToString();
    });

    /// <summary>What a row's largest score is at least: hidden scores are as good as infinitely below.</summary>
    private string Least => room.Shape.MaskRows > 0 ? context.Literal(ScaledDotProduct.Hidden / 1000) : $"{context.T}.NegativeInfinity";

    /// <summary>The sum of a row's powers, of which the largest is 1 unless all are hidden.</summary>
    private string Divisor => room.Shape.MaskRows > 0 ? $"{context.T}.Max({Total}(sum).ToScalar(), {context.Literal(0.5)})" : $"{Total}(sum).ToScalar()";

    private string V => context.V;

    private string Vector => context.Target.Vector;

    private string Total => Horizontal.Method(context, Reduction.Sum, context.Lanes);

    private string Print(string name, string summary, string second, Action<SourceWriter> body)
    {
        var (writer, shape) = (new SourceWriter(), room.Shape);
        writer.Line($"/// <summary>{summary}</summary>");
        using (writer.Block($"private static void {name}(nint rows, nint first, nint keys, ref {context.T} scores, ref {context.T} {second})"))
        using (writer.Block("for (nint i = 0; i < rows; i++)"))
        {
            writer.Line(Inv($"ref {context.T} row = ref Unsafe.Add(ref scores, i * {context.Width});"));
            writer.Line(shape.Causal ? Inv($"nint seen = Math.Min({shape.Keys}, first + i + 1);") : Inv($"nint seen = {shape.Keys};"));
            writer.Line(Inv($"nint whole = seen / {context.Width} * {room.Block * context.Width}, rest = seen % {context.Width};"));
            writer.Line($"var limit = {V}.Create(({context.T})rest);");
            body(writer);
        }

        return writer.ToString();
    }

    private void WriteLargest(SourceWriter writer)
    {
        writer.Line($"var largest = {V}.Create({Least});");
        Sweep(writer, (at, valid, mark) =>
        {
            var value = context.Load("row", at);
            writer.Line($"largest = {V}.MaxNative(largest, {(valid is null ? value : Select(valid, value, $"{V}.Create({context.T}.NegativeInfinity)"))});");
        });
        writer.Line($"largest = {Horizontal.Method(context, Reduction.Max, context.Lanes)}(largest);");
    }

    private void WritePower(SourceWriter writer, string at, string? valid, string mark)
    {
        writer.Line($"var x{mark} = {context.Load("row", at)};");
        var code = context.Functions.Write([Scalar.Exp((Scalar.X - Scalar.Variable(1)) * Scalar.Constant(_scale))], ["x" + mark, "largest"], "t" + mark + "_");
        foreach (var statement in code.Statements)
        {
            writer.Line(statement);
        }

        writer.Line($"var power{mark} = {(valid is null ? code.Results[0] : Select(valid, code.Results[0], Vector + ".Zero"))};");
    }

    /// <summary>All vectors of a row, panel by panel: whole panels, and then what is left of one.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="body">Gets where the vector is, which of its lanes count, or null for all of them, and what names of its own end with.</param>
    private void Sweep(SourceWriter writer, Action<string, string?, string> body)
    {
        var block = room.Block * context.Width;
        if (room.Shape.Causal || room.Shape.Keys >= context.Width)
        {
            using (writer.Block(Inv($"for (nint at = 0; at < whole; at += {block})")))
            {
                for (var lane = 0; lane < context.Width; lane += context.Lanes)
                {
                    body(At("at", lane), null, Inv($"{lane / context.Lanes}"));
                }
            }

            writer.Line();
        }

        if (room.Shape.Causal || room.Shape.Keys % context.Width != 0)
        {
            using (writer.Block("if (rest > 0)"))
            {
                for (var lane = 0; lane < context.Width; lane += context.Lanes)
                {
                    var indices = $"{Vector}.Indices" + (lane == 0 ? "" : $" + {V}.Create({context.Literal(lane)})");
                    body(At("whole", lane), $"{V}.LessThan({indices}, limit)", Inv($"{lane / context.Lanes}"));
                }
            }

            writer.Line();
        }
    }

    private void WriteZeros(SourceWriter writer, params string[] rows)
    {
        if (!room.Shape.Causal)
        {
            return;
        }

        using (writer.Block(Inv($"for (nint panel = (seen + {context.Width - 1}) / {context.Width}; panel * {context.Width} < keys; panel++)")))
        {
            foreach (var row in rows)
            {
                for (var lane = 0; lane < context.Width; lane += context.Lanes)
                {
                    writer.Line($"{Vector}.Zero.StoreUnsafe(ref {row}, (nuint)({At(Inv($"panel * {room.Block * context.Width}"), lane)}));");
                }
            }
        }
    }

    private string Select(string valid, string then, string otherwise) => $"{V}.ConditionalSelect({valid}, {then}, {otherwise})";

    private static string At(string start, int lane) => lane == 0 ? start : Inv($"{start} + {lane}");
}
