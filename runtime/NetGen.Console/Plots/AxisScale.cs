namespace NetGen;

/// <summary>How the values of an axis become lengths.</summary>
public enum AxisScale
{
    /// <summary>Equal differences are equally long.</summary>
    Linear,

    /// <summary>Equal ratios are equally long; what is zero or negative is not drawn.</summary>
    Logarithmic,
}
