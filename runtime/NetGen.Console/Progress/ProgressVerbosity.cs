namespace NetGen;

/// <summary>How much <see cref="ConsoleProgress"/> shows.</summary>
public enum ProgressVerbosity
{
    /// <summary>Nothing.</summary>
    Silent,

    /// <summary>A line for each finished epoch.</summary>
    Epochs,

    /// <summary>Also a live line for the running epoch, where the output is a terminal that can show one.</summary>
    Live,
}
