namespace NetGen;

/// <summary>What becomes of a missing category.</summary>
public enum MissingCategory
{
    /// <summary>A value like any other, if the rows learned on have missing ones; otherwise it is unknown.</summary>
    OwnCategory,

    /// <summary>The most frequent value of the rows learned on; of equally frequent ones the first in order.</summary>
    MostFrequent,

    /// <summary>The row is refused.</summary>
    Refuse,
}
