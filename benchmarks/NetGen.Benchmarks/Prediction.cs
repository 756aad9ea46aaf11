using BenchmarkDotNet.Attributes;
using NetGen.Runtime;

namespace NetGen.Benchmarks;

/// <summary>One sample in, its probabilities out, on one thread.</summary>
[InProcess, MemoryDiagnoser]
public class Prediction
{
    private readonly Benchmarks.Mlp784x128x10 _small = new(1);
    private readonly Benchmarks.Mlp784x512x512x10 _large = new(1);
    private readonly Benchmarks.Mlp4x16x16x2 _tiny = new(1);
    private readonly float[] _image = HashedNumbers.Inputs(Benchmarks.Mlp784x128x10.Info, 1);
    private readonly float[] _measurements = HashedNumbers.Inputs(Benchmarks.Mlp4x16x16x2.Info, 1);
    private readonly float[] _outputs = new float[10];

    [GlobalSetup]
    public void Setup() => WorkerPool.MaxThreads = 1;

    [Benchmark]
    public void Mlp784x128x10() => _small.Predict(_image, _outputs);

    [Benchmark]
    public void Mlp784x512x512x10() => _large.Predict(_image, _outputs);

    [Benchmark]
    public void Mlp4x16x16x2() => _tiny.Predict(_measurements, _outputs.AsSpan(0, 2));
}
