namespace NetGen;

/// <summary>How an image of another size is brought to the wanted one.</summary>
public enum ImageFit
{
    /// <summary>It is scaled, in proportion, until it just covers the wanted size; what sticks out is cut off on both sides. torchvision's <c>Resize</c>, then <c>CenterCrop</c>.</summary>
    Cover,

    /// <summary>Rows and columns are scaled to the wanted size, each by its own factor.</summary>
    Stretch,

    /// <summary>The middle is cut out and nothing is scaled; smaller images are refused.</summary>
    Crop,
}
