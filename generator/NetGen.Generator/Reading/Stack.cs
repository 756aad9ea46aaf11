namespace NetGen.Generator.Reading;

/// <summary>The attributes of the layers and of every loss, each in source order. A problem's layer index counts through both.</summary>
internal sealed record Stack(List<WrittenAttribute> Layers, List<WrittenAttribute> Losses)
{
    /// <summary>The attribute that a problem's index means: a layer or, after the layers, a loss; beyond all of them the last.</summary>
    public WrittenAttribute? this[int index] =>
        index < 0 ? null
        : index < Layers.Count ? Layers[index]
        : Losses.Count > 0 ? Losses[Math.Min(index - Layers.Count, Losses.Count - 1)]
        : null;
}
