namespace NetGen;

/// <summary>Is shown the scores of a class from the highest to the lowest. A struct that implements it makes the loop its own.</summary>
internal interface IScoreVisitor
{
    /// <summary>Called once per distinct score (or bin).</summary>
    /// <param name="score">The score; of a bin, its lowest.</param>
    /// <param name="positives">Targets of the class with this score.</param>
    /// <param name="negatives">Other targets with this score.</param>
    public void Visit(float score, long positives, long negatives);
}
