namespace NetGen.EndToEnd.Tests.PyTorch;

/// <summary>The optimizers of tests/reference/optimizers.py, by the names of that file.</summary>
internal static class Optimizers
{
    public static Optimizer Create(string name) => name switch
    {
        "sgd" => new Sgd(0.05),
        "sgd-momentum" => new Sgd(0.02, momentum: 0.9),
        "sgd-nesterov" => new Sgd(0.02, momentum: 0.9, nesterov: true, weightDecay: 0.01),
        "sgd-dampening" => new Sgd(0.05, momentum: 0.8, weightDecay: 0.1) { Dampening = 0.3 },
        "adam" => new Adam(0.01),
        "adam-decay" => new Adam(0.01, beta1: 0.8, beta2: 0.95, epsilon: 1e-6, weightDecay: 0.05),
        "adam-amsgrad" => new Adam(0.02, amsgrad: true),
        "adamw" => new AdamW(0.01, weightDecay: 0.1),
        "rmsprop" => new RmsProp(0.01),
        "rmsprop-centered" => new RmsProp(0.01, alpha: 0.9, momentum: 0.5, centered: true, weightDecay: 0.02),
        "adagrad" => new Adagrad(0.05),
        "adagrad-decay" => new Adagrad(0.05, learningRateDecay: 0.1, weightDecay: 0.02, initialAccumulator: 0.1),
        "lion" => new Lion(0.01),
        "lion-decay" => new Lion(3e-3, beta1: 0.95, beta2: 0.98, weightDecay: 0.1),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such optimizer in tests/reference/optimizers.py"),
    };
}
