using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Simd.Lanes;

/// <summary>The tiles of one product: some neighbouring positions of some outputs, with sums in registers.</summary>
/// <param name="context">The target.</param>
/// <param name="kernel">The product.</param>
/// <param name="names">Its values.</param>
/// <param name="pixel">Elements of the source from one position to the next.</param>
internal sealed class LaneTile(SimdContext context, LaneProductKernel kernel, IReadOnlyDictionary<Node, string> names, int pixel)
{
    private readonly LaneEpilogue _epilogue = new(context, kernel, names);

    /// <summary>Positions of the result from one position of a tile to the next.</summary>
    public int TargetStep { get; init; } = 1;

    /// <summary>For a transposed convolution, how many outputs of the convolution are summed over; otherwise 0.</summary>
    public int Spreads { get; init; }

    private int Unit => context.Target.Half;

    /// <summary>Writes the call of a tile, and adds its method.</summary>
    /// <param name="writer">Gets the call.</param>
    /// <param name="positions">Positions of the tile.</param>
    /// <param name="outputs">Outputs of the tile.</param>
    /// <param name="loops">The sum: how often, and how far source and weight go on; a negative extent is one that the caller tells.</param>
    /// <param name="told">What the caller tells: the width of the weight's panel, or where in it to begin and the extents.</param>
    /// <param name="seen">The source at the first position.</param>
    /// <param name="weight">The weight at the first output.</param>
    /// <param name="y">Row of the result.</param>
    /// <param name="x">First column of the result.</param>
    /// <param name="output">First output.</param>
    public void WriteCall(
        SourceWriter writer, int positions, int outputs, IReadOnlyList<(int Extent, int Seen, int Weight)> loops, string told, string seen, string weight, string y, string x, string output)
    {
        var method = context.Method(Inv($"{kernel.Name}{positions}x{outputs}"), name => Print(name, positions, outputs, loops));
        var arguments = new List<string> { seen, weight, told };
        if (kernel.Bias is not null)
        {
            arguments.Add(LaneReader.Moved("bias", output));
        }

        arguments.AddRange(_epilogue.Arguments(y, x, output));
        writer.Line($"{method}({string.Join(", ", arguments)});");
    }

    private string Print(string name, int positions, int outputs, IReadOnlyList<(int Extent, int Seen, int Weight)> loops)
    {
        var writer = new SourceWriter();
        var t = context.T;
        var parameters = new List<string> { $"ref {t} seen", $"ref {t} weight", Spreads > 0 ? "nint k, nint tapRows, nint tapColumns" : "nint wide" };
        if (kernel.Bias is not null)
        {
            parameters.Add($"ref {t} bias");
        }

        parameters.AddRange(_epilogue.Parameters);
        writer.Line(Inv($"// {positions} positions of {outputs} outputs; a weight serves all positions, and what is seen all outputs."));
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void {name}({string.Join(", ", parameters)})"))
        using (context.Lanes < Unit ? writer.Block(Inv($"for (nint lane = 0; lane < {Unit}; lane += {context.Lanes})")) : null)
        {
            for (var q = 0; q < outputs && kernel.Bias is not null; q++)
            {
                writer.Line(Inv($"{context.Target.Vector} start{q} = {context.Target.Broadcast("bias", Inv($"{q}"))};"));
            }

            for (var p = 0; p < positions; p++)
            {
                writer.Line($"{context.Target.Vector} {string.Join(", ", Enumerable.Range(0, outputs).Select(q => Inv($"s{p}{q} = {(kernel.Bias is null ? context.Target.Vector + ".Zero" : Inv($"start{q}"))}")))};");
            }

            WriteSum(writer, positions, outputs, loops);
            writer.Line();
            WriteStores(writer, positions, outputs);
        }

        return writer.ToString();
    }

    private void WriteSum(SourceWriter writer, int positions, int outputs, IReadOnlyList<(int Extent, int Seen, int Weight)> loops)
    {
        if (Spreads > context.Width)
        {
            // The weight's panels one after the other; the last may be narrow.
            var depth = ((SpreadOperation)kernel.Product.Operation).Window.Taps * kernel.Product.Type.Shape.Last;
            using (writer.Block(Inv($"for (nint first = 0; first < {Spreads}; first += {context.Width})")))
            {
                var rest = Spreads % context.Width;
                writer.Line(rest is > 0 && rest <= Unit ? Inv($"nint wide = first < {Spreads - rest} ? {context.Width} : {Unit};") : Inv($"const int wide = {context.Width};"));
                writer.Line(rest == 0 ? Inv($"const int count = {context.Width};") : Inv($"nint count = first < {Spreads - rest} ? {context.Width} : {rest};"));
                writer.Line(Inv($"ref {context.T} panelSeen = ref Unsafe.Add(ref seen, first * {loops[loops.Count - 1].Seen * Unit});"));
                writer.Line(Inv($"ref {context.T} panel = ref Unsafe.Add(ref weight, (first * {depth}) + (k * wide));"));
                WriteLoops(writer, positions, outputs, loops, 0, "panelSeen", "panel", "count");
            }

            return;
        }

        if (Spreads > 0)
        {
            writer.Line(Inv($"const int wide = {(Spreads <= Unit ? Unit : context.Width)};"));
            writer.Line($"ref {context.T} rowsOfWeight = ref Unsafe.Add(ref weight, k * wide);");
            WriteLoops(writer, positions, outputs, loops, 0, "seen", "rowsOfWeight", Inv($"{Spreads}"));
            return;
        }

        WriteLoops(writer, positions, outputs, loops, 0, "seen", "weight", "");
    }

    private void WriteLoops(SourceWriter writer, int positions, int outputs, IReadOnlyList<(int Extent, int Seen, int Weight)> loops, int level, string seen, string weight, string last)
    {
        if (level == loops.Count)
        {
            WriteStep(writer, positions, outputs, seen, weight);
            return;
        }

        var (extent, seenStep, weightStep) = loops[level];
        var isLast = level == loops.Count - 1;
        var count = extent switch { -1 => "tapRows", -2 => "tapColumns", _ => isLast && last.Length > 0 ? last : Inv($"{extent}") };

        // Of a weight's rows, outputs lie side by side; what a window sees goes along the rows.
        var step = Spreads > 0 && isLast ? Inv($"{weightStep}") : weightStep == 1 ? "wide" : Inv($"{weightStep} * wide");
        var (a, b) = (Inv($"a{level}"), Inv($"b{level}"));
        writer.Line($"ref {context.T} {a} = ref {seen};");
        writer.Line($"ref {context.T} {b} = ref {weight};");
        using (writer.Block(Inv($"for (nint left{level} = {count}; left{level} > 0; left{level}--)")))
        {
            WriteLoops(writer, positions, outputs, loops, level + 1, a, b, last);
            writer.Line(Inv($"{a} = ref Unsafe.Add(ref {a}, {seenStep * Unit});"));
            writer.Line($"{b} = ref Unsafe.Add(ref {b}, {step});");
        }
    }

    private void WriteStep(SourceWriter writer, int positions, int outputs, string seen, string weight)
    {
        var lane = context.Lanes < Unit ? "lane" : "";
        for (var p = 0; p < positions; p++)
        {
            var at = p == 0 ? (lane.Length == 0 ? "0" : "(nuint)lane") : lane.Length == 0 ? Inv($"{p * pixel * Unit}") : Inv($"(nuint)(lane + {p * pixel * Unit})");
            writer.Line(Inv($"{context.Target.Vector} x{p} = {context.Target.Load(seen, at)};"));
        }

        for (var q = 0; q < outputs; q++)
        {
            var at = q == 0 ? "0" : Spreads == 0 ? Inv($"{q}") : Inv($"{q} * wide");
            writer.Line(Inv($"{(q == 0 ? context.Target.Vector + " " : "")}w = {context.Target.Broadcast(weight, at)};"));
            for (var p = 0; p < positions; p++)
            {
                writer.Line(Inv($"s{p}{q} = {context.Target.MultiplyAdd(Inv($"x{p}"), "w", Inv($"s{p}{q}"))};"));
            }
        }
    }

    private void WriteStores(SourceWriter writer, int positions, int outputs)
    {
        for (var p = 0; p < positions; p++)
        {
            for (var q = 0; q < outputs; q++)
            {
                _epilogue.Write(writer, Inv($"s{p}{q}"), Inv($"{p}{q}"), 0, p * TargetStep, q);
            }
        }
    }
}
