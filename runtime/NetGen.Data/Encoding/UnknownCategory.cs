namespace NetGen;

/// <summary>What becomes of a category that the rows learned on do not have.</summary>
public enum UnknownCategory
{
    /// <summary>Zeros: no input of a one-hot encoding is 1, the index is 0.</summary>
    Zeros,

    /// <summary>The row is refused.</summary>
    Refuse,
}
