namespace NetGen;

/// <summary>How a category becomes inputs.</summary>
public enum CategoryEncoding
{
    /// <summary>One input for each value: 1 where the row has it, 0 otherwise.</summary>
    OneHot,

    /// <summary>
    /// One input: the number of the value, from 1; 0 stands for a value that was never seen. For categories with an order, and for the token ids of an embedding.
    /// </summary>
    Index,
}
