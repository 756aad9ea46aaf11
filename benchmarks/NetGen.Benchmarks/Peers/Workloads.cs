namespace NetGen.Benchmarks.Peers;

/// <summary>The workloads of benchmarks/peers/workloads.py by name, each made when it is first asked for.</summary>
internal sealed class Workloads
{
    private readonly Dictionary<string, IWorkload> _made = [];

    public IWorkload this[string name]
    {
        get
        {
            if (!_made.TryGetValue(name, out var workload))
            {
                workload = Create(name);
                _made.Add(name, workload);
            }

            return workload;
        }
    }

    private static IWorkload Create(string name) => name switch
    {
        "784-128-10/sgd" => Sgd(static () => new Mlp784x128x10(1), 64),
        "784-128-10/adam" => Adam(static () => new Mlp784x128x10(1), 64),
        "784-512-512-10/sgd" => Sgd(static () => new Mlp784x512x512x10(1), 128),
        "784-512-512-10/adam" => Adam(static () => new Mlp784x512x512x10(1), 128),
        "4-16-16-2/sgd" => Sgd(static () => new Mlp4x16x16x2(1), 32),
        "4-16-16-2/adam" => Adam(static () => new Mlp4x16x16x2(1), 32),
        "lenet-5/sgd" => Images(static () => new LeNet5(1)),
        "resnet-8/sgd" => Images(static () => new ResNet8(1)),
        "predict/784-128-10" => new PredictionWorkload<Mlp784x128x10>(static () => new(1)),
        "predict/784-512-512-10" => new PredictionWorkload<Mlp784x512x512x10>(static () => new(1)),
        "predict/4-16-16-2" => new PredictionWorkload<Mlp4x16x16x2>(static () => new(1)),
        _ when name.Split('/') is ["conv-rows", var shape] => Convolutions.Create(shape, twice: false, gradient: false),
        _ when name.Split('/') is ["conv-rows-twice", var shape] => Convolutions.Create(shape, twice: true, gradient: false),
        _ when name.Split('/') is ["convgrad-rows", var shape] => Convolutions.Create(shape, twice: false, gradient: true),
        _ when name.Split('/') is ["convgrad-rows-twice", var shape] => Convolutions.Create(shape, twice: true, gradient: true),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such workload in benchmarks/peers/workloads.py"),
    };

    private static TrainingWorkload<TNetwork> Sgd<TNetwork>(Func<TNetwork> create, int rows)
        where TNetwork : class, ITrainable<float, int> => new(create, rows, static rate => new Sgd(rate), checkRate: 0.1);

    private static TrainingWorkload<TNetwork> Adam<TNetwork>(Func<TNetwork> create, int rows)
        where TNetwork : class, ITrainable<float, int> => new(create, rows, static rate => new Adam(rate), checkRate: 0.01);

    private static TrainingWorkload<TNetwork> Images<TNetwork>(Func<TNetwork> create)
        where TNetwork : class, ITrainable<float, int> => new(create, rows: 64, static rate => new Sgd(rate), checkRate: 0.02);
}
