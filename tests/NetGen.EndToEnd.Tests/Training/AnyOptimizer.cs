namespace NetGen.EndToEnd.Tests.Training;

/// <summary>Every optimizer, with every setting that adds state or changes the formula.</summary>
internal static class AnyOptimizer
{
    private static readonly Dictionary<string, Func<Optimizer>> s_all = new()
    {
        ["Sgd"] = () => new Sgd(0.05),
        ["Sgd momentum"] = () => new Sgd(0.05, momentum: 0.9, weightDecay: 0.01) { Dampening = 0.2 },
        ["Sgd Nesterov"] = () => new Sgd(0.05, momentum: 0.9, nesterov: true),
        ["Adam"] = () => new Adam(0.01),
        ["Adam L2 AMSGrad"] = () => new Adam(0.01, weightDecay: 0.05, amsgrad: true),
        ["AdamW"] = () => new AdamW(0.01, weightDecay: 0.1),
        ["RmsProp"] = () => new RmsProp(0.01),
        ["RmsProp centered momentum"] = () => new RmsProp(0.01, momentum: 0.5, centered: true, weightDecay: 0.02),
        ["Adagrad"] = () => new Adagrad(0.05, learningRateDecay: 0.1, weightDecay: 0.02, initialAccumulator: 0.1),
        ["Lion"] = () => new Lion(0.01, weightDecay: 0.1),
    };

    public static IEnumerable<string> Names => s_all.Keys;

    public static Optimizer Create(string name) => s_all[name]();
}
