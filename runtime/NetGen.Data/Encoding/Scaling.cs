namespace NetGen;

/// <summary>How numbers become inputs.</summary>
public enum Scaling
{
    /// <summary>(x - mean) / standard deviation, as scikit-learn's <c>StandardScaler</c>; a constant column becomes 0.</summary>
    Standardize,

    /// <summary>(x - minimum) / (maximum - minimum): 0 … 1 for the rows it was learned on, as scikit-learn's <c>MinMaxScaler</c>.</summary>
    MinMax,

    /// <summary>As they are.</summary>
    None,
}
