using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion.Attention;

/// <summary>
/// What a thread needs while it works on a head: keys as a weight lies, the weights of a block of queries, and copies of heads that do not begin where panels do.
/// Each sample has such room, and a thread uses that of its first.
/// </summary>
/// <param name="Shape">Of the attention.</param>
/// <param name="IsBackward">Whether it is for the gradients.</param>
public sealed record AttentionRoomOperation(AttentionShape Shape, bool IsBackward) : Operation
{
    public override string Name => "room";

    public AttentionRoom In(int width) => new(Shape, IsBackward, width);
}

/// <summary>Where everything lies in the room, counted in rows of a panel.</summary>
/// <param name="Shape">Of the attention.</param>
/// <param name="IsBackward">Whether it is for the gradients.</param>
/// <param name="Width">Numbers in a row of a panel.</param>
public sealed record AttentionRoom(AttentionShape Shape, bool IsBackward, int Width)
{
    /// <summary>Queries that are worked on together: with as many a causal attention computes few weights that it does not want, and tiles have enough rows.</summary>
    public int Block => Math.Min(Width, Shape.Queries);

    /// <summary>Panels of the keys, a key after the other.</summary>
    public int KeyPanels => Panels(Shape.Keys);

    /// <summary>Panels of the features of a head.</summary>
    public int FeaturePanels => Panels(Shape.Features);

    /// <summary>Panels of a value's features, in each head.</summary>
    public int ValuePanels => Panels(Shape.Values);

    /// <summary>Whether heads of queries and keys are copied, because they begin within panels.</summary>
    public bool CopiesFeatures => Shape.Heads > 1 && Shape.Features % Width != 0;

    /// <summary>Whether heads of values are.</summary>
    public bool CopiesValues => Shape.Heads > 1 && Shape.Values % Width != 0;

    /// <summary>Keys in panels of a key per column, a feature after the other.</summary>
    public int KeysTransposed => 0;

    public int ValuesTransposed => KeysTransposed + (Shape.IsCached ? 0 : KeyPanels * Shape.Features);

    /// <summary>A block's scores, and then weights: [keys / width][block][width].</summary>
    public int Scores => ValuesTransposed + (IsBackward ? KeyPanels * Shape.Values : 0);

    /// <summary>The gradients by the weights, and then by the scores.</summary>
    public int Slopes => Scores + (KeyPanels * Block);

    /// <summary>A number for each query of a block.</summary>
    public int Factors => Slopes + (IsBackward ? KeyPanels * Block : 0);

    public int Queries => Factors + Panels(Block);

    public int Keys => Queries + (CopiesFeatures ? FeaturePanels * Shape.Queries : 0);

    public int Values => Keys + (CopiesFeatures && !Shape.IsCached ? FeaturePanels * Shape.Keys : 0);

    /// <summary>The result, or the gradient by it.</summary>
    public int Results => Values + (CopiesValues && !Shape.IsCached ? ValuePanels * Shape.Keys : 0);

    public int QueryGradients => Results + (CopiesValues ? ValuePanels * Shape.Queries : 0);

    public int KeyGradients => QueryGradients + (IsBackward && CopiesFeatures ? FeaturePanels * Shape.Queries : 0);

    public int ValueGradients => KeyGradients + (IsBackward && CopiesFeatures ? FeaturePanels * Shape.Keys : 0);

    /// <summary>Rows of a cache: of each head the keys, in panels of a key per column, a feature after the other; and behind all heads' keys of each head the values, as they lie in panels.</summary>
    public int CacheRows => Shape.Heads * ((KeyPanels * Shape.Features) + (ValuePanels * Shape.Keys));

    /// <summary>Rows altogether.</summary>
    public int Rows => ValueGradients + (IsBackward && CopiesValues ? ValuePanels * Shape.Keys : 0);

    private int Panels(int count) => (count + Width - 1) / Width;
}
