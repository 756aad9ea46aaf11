namespace NetGen;

/// <summary>What the parameters of one group share in a step.</summary>
/// <param name="LearningRate">The learning rate, the group's factor included.</param>
/// <param name="WeightDecay">λ of the optimizer's own weight decay: an L2 penalty, or decoupled in AdamW and Lion.</param>
/// <param name="L1">The factor of sign(p) in the gradient.</param>
/// <param name="Shrink">The factor that decoupled decay beside the rule leaves of a parameter.</param>
internal readonly record struct StepSettings(double LearningRate, double WeightDecay, double L1, double Shrink);
