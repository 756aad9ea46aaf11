namespace NetGen.Tables;

/// <summary>A table, and a network that learns from one part of it and is measured on another.</summary>
internal abstract class Study
{
    /// <summary>The name of the table.</summary>
    public abstract string Name { get; }

    /// <summary>What is measured.</summary>
    public abstract string Measure { get; }

    /// <summary>What the mean over the seeds has to reach: at least, or of an error at most.</summary>
    public abstract double Required { get; }

    /// <summary>Whether less is better.</summary>
    public virtual bool IsError => false;

    /// <summary>The network and how it is trained, in a few words.</summary>
    public abstract string Settings { get; }

    /// <summary>The column whose values all parts get in the same proportion.</summary>
    public abstract string StratifyBy { get; }

    /// <summary>Reads the table.</summary>
    /// <param name="folder">The folder somewhere below which its file lies.</param>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not the table.</exception>
    public abstract CsvTable Load(string folder);

    /// <summary>Trains a new network on one part, everything that has to be learned or chosen included, and measures it on another.</summary>
    /// <param name="train">The part to learn from.</param>
    /// <param name="test">The part to measure on; it is used for nothing else.</param>
    /// <param name="seed">Of the initial weights, of the order of the samples, and of a validation part.</param>
    public abstract double Run(CsvTable train, CsvTable test, ulong seed);
}
