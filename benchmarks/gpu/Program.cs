using NetGen;
using NetGen.Benchmarks;
using NetGen.Gpu;

// check [small]: numbers on the device against those of the processor; time: steps and predictions; all: both, so that kernels are compiled once;
// launches: the time of each launch of a step.
// tf32 or bf16 behind it: products on tensor cores.
// On a machine without a device, ILGPU's own accelerator serves: slow, so only "check small" is of use there.
var command = args.Length > 0 ? args[0] : "check";
var isSmall = args.Contains("small");
var products = args.Contains("tf32") ? ProductPrecision.TensorFloat32 : args.Contains("bf16") ? ProductPrecision.BFloat16 : ProductPrecision.Single;
using var device = GpuDevices.Best(profiling: command == "launches");
Console.Error.WriteLine($"NetGen on {device.Name}");
switch (command)
{
    case "check":
        return Check() ? 0 : 1;
    case "time":
        Time();
        return 0;
    case "all":
        var isGood = Check();
        Time();
        return isGood ? 0 : 1;
    case "launches":
        foreach (var batch in new[] { 128, 1024, 16384 })
        {
            new Timing(Subject.Wide, device, products).Step(batch, launches: true);
        }

        new Timing(Subject.Narrow, device, products).Step(1 << 18, launches: true);
        return 0;
    default:
        Console.Error.WriteLine("Expected check, check small, time, all or launches.");
        return 2;
}

bool Check()
{
    var good = true;
    foreach (var (subject, batches) in isSmall
        ? new (Subject, int[])[] { (Subject.Odd, [7]), (Subject.Narrow, [33]) }
        : [(Subject.Wide, [128, 4500]), (Subject.Narrow, [100, 20000]), (Subject.Odd, [1, 77, 5000])])
    {
        foreach (var batch in batches)
        {
            good &= subject.Check(device, products, batch);
        }
    }

    return good;
}

void Time()
{
    var wide = new Timing(Subject.Wide, device, products);
    foreach (var batch in new[] { 128, 1024, 16384 })
    {
        wide.Step(batch, launches: false);
        wide.Predict(batch);
        wide.WholeStep(batch);
    }

    var narrow = new Timing(Subject.Narrow, device, products);
    narrow.Step(1 << 18, launches: false);
    narrow.Predict(1 << 18);
}
