namespace NetGen.Benchmarks.Peers;

/// <summary>The workloads of benchmarks/peers/workloads.py.</summary>
internal static class Workloads
{
    /// <summary>A workload by its name.</summary>
    /// <param name="name">As in workloads.py.</param>
    /// <returns>The workload.</returns>
    public static IWorkload Create(string name) => name switch
    {
        "784-128-10/sgd" => Sgd(static () => new Mlp784x128x10(1), 64),
        "784-128-10/adam" => Adam(static () => new Mlp784x128x10(1), 64),
        "784-512-512-10/sgd" => Sgd(static () => new Mlp784x512x512x10(1), 128),
        "784-512-512-10/adam" => Adam(static () => new Mlp784x512x512x10(1), 128),
        "4-16-16-2/sgd" => Sgd(static () => new Mlp4x16x16x2(1), 32),
        "4-16-16-2/adam" => Adam(static () => new Mlp4x16x16x2(1), 32),
        "lenet-5/sgd" => Images(static () => new LeNet5(1)),
        "resnet-8/sgd" => Images(static () => new ResNet8(1)),
        "lstm-128/sgd" => Sequences(static () => new Lstm128(1), rows: 32),
        "gru-128/sgd" => Sequences(static () => new Gru128(1), rows: 32),
        "transformer-128/sgd" => Sequences(static () => new Transformer128(1), rows: 16),
        "transformer-256/sgd" => Sequences(static () => new Transformer256(1), rows: 16),
        "predict/784-128-10" => new PredictionWorkload<Mlp784x128x10>(static () => new(1)),
        "predict/784-512-512-10" => new PredictionWorkload<Mlp784x512x512x10>(static () => new(1)),
        "predict/4-16-16-2" => new PredictionWorkload<Mlp4x16x16x2>(static () => new(1)),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such workload in benchmarks/peers/workloads.py"),
    };

    private static TrainingWorkload<TNetwork> Sgd<TNetwork>(Func<TNetwork> create, int rows)
        where TNetwork : class, ITrainable<float, int> => new(create, rows, static rate => new Sgd(rate), checkRate: 0.1);

    private static TrainingWorkload<TNetwork> Adam<TNetwork>(Func<TNetwork> create, int rows)
        where TNetwork : class, ITrainable<float, int> => new(create, rows, static rate => new Adam(rate), checkRate: 0.01);

    private static TrainingWorkload<TNetwork> Images<TNetwork>(Func<TNetwork> create)
        where TNetwork : class, ITrainable<float, int> => new(create, rows: 64, static rate => new Sgd(rate), checkRate: 0.02);

    private static TrainingWorkload<TNetwork> Sequences<TNetwork>(Func<TNetwork> create, int rows)
        where TNetwork : class, ITrainable<float, int> => new(create, rows, static rate => new Sgd(rate), checkRate: 0.1);
}
