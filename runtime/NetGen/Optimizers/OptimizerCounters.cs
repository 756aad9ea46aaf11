namespace NetGen;

/// <summary>Everything of an optimizer that changes with its steps and is not an array.</summary>
/// <param name="Steps">Updates so far.</param>
/// <param name="AccumulatedSteps">Gradients that wait for the next update.</param>
/// <param name="Power1">β₁ᵗ of Adam; 1 for others.</param>
/// <param name="Power2">β₂ᵗ of Adam; 1 for others.</param>
/// <param name="LearningRate">The learning rate.</param>
internal sealed record OptimizerCounters(long Steps, int AccumulatedSteps, double Power1, double Power2, double LearningRate);
