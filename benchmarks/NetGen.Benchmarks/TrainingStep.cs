using BenchmarkDotNet.Attributes;
using NetGen.Runtime;

namespace NetGen.Benchmarks;

/// <summary>Forward, backward and update on one batch. In process: the generated host project would not meet the house's rules.</summary>
[InProcess, MemoryDiagnoser]
public class TrainingStep
{
    private readonly Training<Mlp784x128x10> _small = new(new(1), rows: 64);
    private readonly Training<Mlp784x512x512x10> _large = new(new(1), rows: 128);
    private readonly Training<Mlp4x16x16x2> _tiny = new(new(1), rows: 32);
    private Optimizer _smallOptimizer = new Sgd();
    private Optimizer _largeOptimizer = new Sgd();
    private Optimizer _tinyOptimizer = new Sgd();

    [Params(1, 2)]
    public int Threads { get; set; }

    [Params("Sgd", "Adam")]
    public string Optimizer { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        WorkerPool.MaxThreads = Threads;
        (_smallOptimizer, _largeOptimizer, _tinyOptimizer) = (Create(), Create(), Create());
    }

    [Benchmark]
    public float Mlp784x128x10Batch64() => _small.Step(_smallOptimizer);

    [Benchmark]
    public float Mlp784x512x512x10Batch128() => _large.Step(_largeOptimizer);

    [Benchmark]
    public float Mlp4x16x16x2Batch32() => _tiny.Step(_tinyOptimizer);

    private Optimizer Create() => Optimizer == "Sgd" ? new Sgd(1e-5) : new Adam(1e-5);
}
