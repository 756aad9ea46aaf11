using NetGen.Compiler.Fusion.Attention;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Simd.Attention;

/// <summary>
/// Where the parts of a head lie, as text. A head that begins where a panel does is read and written in place; others are copied into the room that the thread has, and back.
/// </summary>
internal sealed class AttentionHead(SimdContext context, AttentionShape shape, bool isBackward)
{
    public AttentionShape Shape => shape;

    public AttentionRoom Room { get; } = new(shape, isBackward, context.Width);

    public HeadPart Queries => new("queries", "q", shape.Queries, shape.Features, Room.CopiesFeatures, Room.Queries, Room.FeaturePanels);

    public HeadPart Keys => new("keys", "k", shape.Keys, shape.Features, Room.CopiesFeatures, Room.Keys, Room.FeaturePanels);

    public HeadPart Values => new("values", "v", shape.Keys, shape.Values, Room.CopiesValues, Room.Values, Room.ValuePanels);

    /// <summary>The result, or the gradient by it.</summary>
    public HeadPart Results => new("results", "y", shape.Queries, shape.Values, Room.CopiesValues, Room.Results, Room.ValuePanels);

    public HeadPart QueryGradients => Queries with { Name = "queryGradients", Whole = "dq", Place = Room.QueryGradients };

    public HeadPart KeyGradients => Keys with { Name = "keyGradients", Whole = "dk", Place = Room.KeyGradients };

    public HeadPart ValueGradients => Values with { Name = "valueGradients", Whole = "dv", Place = Room.ValueGradients };

    public string T => context.T;

    /// <summary>Which keys are seen, for people.</summary>
    public string Sight => (shape.Causal ? ", causal" : "") + (shape.MaskRows > 0 ? ", masked" : "");

    /// <summary>The arguments of a kernel's method, in their order.</summary>
    public List<Argument> Arguments(ProgramPlan program, Node room, Node? mask, IEnumerable<(HeadPart Part, Node Value)> values) =>
    [
        new Argument("nint samples", "rows"),
        new Argument("nint stride", "stride"),
        .. values.Select(pair => Argument.Of(context, program, pair.Value, pair.Part.Whole, "from")),
        .. mask is null ? [] : new[] { Argument.Of(context, program, mask, "mask", "from") },
        new Argument($"ref {context.T} room", Inv($"ref pass.Panels({program.Memory.Offsets[room]}, from * {Room.Rows})")),
    ];

    /// <summary>Hides the keys that the mask hides from a block of queries.</summary>
    public void Hide(SourceWriter writer)
    {
        if (shape.MaskRows > 0)
        {
            var row = shape.MaskRows == 1 ? "" : Inv($" + (first * {context.Width})");
            writer.Line(Inv($"{new AttentionRows(context, Room).Hide()}(count, seen, ref scores, ref Unsafe.Add(ref mask, (sample * {shape.MaskRows * context.Width}){row}), stride * {shape.MaskRows});"));
        }
    }

    /// <summary>Declares the head's part of a value.</summary>
    public void Declare(SourceWriter writer, HeadPart part, bool isRead)
    {
        writer.Line(part.IsCopied ? $"ref {context.T} {part.Name} = ref {InRoom(part.Place)};"
            : Inv($"ref {context.T} {part.Name} = ref Unsafe.Add(ref {part.Whole}, (head * {part.Panels * part.Rows} * stride) + (sample * {part.Rows * context.Width}));"));
        if (part.IsCopied && isRead)
        {
            writer.Line(Inv($"Panels.CopyHead(ref {OfSample(part, context.Width)}, stride * {part.Rows}, (int)head * {part.Features}, ref {part.Name}, {part.Rows * context.Width}, 0, {part.Features}, {part.Rows});"));
        }
    }

    /// <summary>Brings what was computed to where it belongs.</summary>
    public void Return(SourceWriter writer, HeadPart part)
    {
        if (part.IsCopied)
        {
            writer.Line(Inv($"Panels.CopyHead(ref {part.Name}, {part.Rows * context.Width}, 0, ref {OfSample(part, context.Width)}, stride * {part.Rows}, (int)head * {part.Features}, {part.Features}, {part.Rows});"));
        }
    }

    /// <summary>Behind the last head, up to whole 64 bytes, rows are zero.</summary>
    public void Pad(SourceWriter writer, HeadPart part)
    {
        var (features, half) = (shape.Heads * part.Features, context.Target.Half);
        if (part.IsCopied && features % half != 0)
        {
            writer.Line(Inv($"Panels.ClearFeatures(ref {OfSample(part, context.Width)}, {features}, {half - (features % half)}, 0, {part.Rows}, (int)(stride / {context.Width}) * {part.Rows});"));
        }
    }

    /// <summary>A place in the room.</summary>
    public string InRoom(int row) => Inv($"Unsafe.Add(ref room, {row * context.Width})");

    /// <summary>A panel of the part of a head, from some row on.</summary>
    public string At(HeadPart part, string panel, string row)
    {
        var step = part.IsCopied ? Inv($"{part.Rows * context.Width}") : Inv($"stride * {part.Rows}");
        var terms = new List<string>();
        if (part.Panels > 1)
        {
            terms.Add($"({panel} * {step})");
        }

        if (row != "0")
        {
            terms.Add(Inv($"({row} * {context.Width})"));
        }

        return terms.Count == 0 ? $"ref {part.Name}" : $"ref Unsafe.Add(ref {part.Name}, {string.Join(" + ", terms)})";
    }

    /// <summary>Elements from one panel of the part to the next.</summary>
    public string Step(HeadPart part) => part.IsCopied ? Inv($"{part.Rows * context.Width}") : Inv($"stride * {part.Rows}");

    /// <summary>Opens a loop over the panels of a part, unless there is one alone.</summary>
    public static IDisposable? Each(SourceWriter writer, HeadPart part, string index) => part.Panels == 1 ? null : writer.Block(Inv($"for (nint {index} = 0; {index} < {part.Panels}; {index}++)"));

    /// <summary>The rows of a sample.</summary>
    public static string OfSample(HeadPart part, int width) => Inv($"Unsafe.Add(ref {part.Whole}, sample * {part.Rows * width})");
}

/// <summary>The part that a head has of a value.</summary>
/// <param name="Name">The local that refers to it.</param>
/// <param name="Whole">The parameter that refers to the value.</param>
/// <param name="Rows">Rows per sample.</param>
/// <param name="Features">Of the head.</param>
/// <param name="IsCopied">Whether it lies in the room.</param>
/// <param name="Place">Where there.</param>
/// <param name="Panels">Of the head.</param>
internal sealed record HeadPart(string Name, string Whole, int Rows, int Features, bool IsCopied, int Place, int Panels);
