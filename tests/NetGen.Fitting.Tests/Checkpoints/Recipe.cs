namespace NetGen.Fitting.Tests.Checkpoints;

/// <summary>Trainings that differ in everything whose state a checkpoint has to keep.</summary>
public static class Recipe
{
    public const int Count = 203;

    public static IReadOnlyDictionary<string, Func<FitOptions>> All { get; } = new Dictionary<string, Func<FitOptions>>
    {
        ["sgd"] = () => Basic(new Sgd(0.05)),
        ["momentum"] = () => Basic(new Sgd(0.05, momentum: 0.9, nesterov: true)),
        ["adam"] = () => Basic(new Adam(1e-2)),
        ["amsgrad"] = () => Basic(new Adam(1e-2, amsgrad: true)),
        ["adamw, cosine"] = () => Basic(new AdamW(1e-2)) with { Schedule = Schedule.Cosine(warmup: 0.1) },
        ["rmsprop, one cycle"] = () => Basic(new RmsProp(1e-2, momentum: 0.5, centered: true)) with { Schedule = Schedule.OneCycle() },
        ["adagrad, exponential"] = () => Basic(new Adagrad(5e-2, initialAccumulator: 0.1)) with { Schedule = Schedule.Exponential(0.8) },
        ["lion, steps"] = () => Basic(new Lion(1e-3)) with { Schedule = Schedule.Step(2, 0.5) },
        ["plateau"] = () => Basic(new Adam(5e-2)) with { Schedule = Schedule.OnPlateau(factor: 0.5, patience: 1), Validation = Samples.Classes(50, 9) },
        ["average"] = () => Basic(new Adam(1e-2)) with { AverageDecay = 0.9 },
        ["accumulation, clipping"] = () => Basic(new Adam(1e-2) { AccumulationSteps = 3, ClipNorm = 0.5 }),
        ["groups"] = () => Basic(new Sgd(0.05, momentum: 0.9) { L1 = 1e-4, Groups = [new ParameterGroup("*.bias") { LearningRateFactor = 2, WeightDecay = 0 }] }),
        ["best restored"] = () => Basic(new Adam(5e-2)) with { EarlyStopping = new(patience: 50), Validation = Samples.Classes(50, 9), AverageDecay = 0.8 },
        ["order of the set"] = () => Basic(new Adam(1e-2)) with { Shuffle = false, DropLast = true },
    };

    private static FitOptions Basic(Optimizer optimizer) => new() { Epochs = 5, BatchSize = 16, Optimizer = optimizer, Seed = 3 };
}
