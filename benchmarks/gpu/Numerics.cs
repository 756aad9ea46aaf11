using ILGPU.Runtime;
using NetGen.Runtime;

namespace NetGen.Benchmarks;

/// <summary>What a network computes on the device against what it computes on the processor: max|a − b| / max|b| of each tensor.</summary>
internal sealed class Numerics<TNetwork, TGpu>(Subject<TNetwork, TGpu> subject, Accelerator accelerator, ProductPrecision products)
    where TNetwork : ITrainable<float, int>
    where TGpu : ITrainable<float, int>, IDeviceNetwork, IDisposable
{
    private const double CloseAfterAdam = 1e-3;

    private double Close => products switch
    {
        ProductPrecision.TensorFloat32 => 2e-3,
        ProductPrecision.BFloat16 => 2e-2,
        _ => 1e-5,
    };

    /// <summary>Where operands are rounded, some of the values before a ReLU change their sign, and with it their sample gains or loses its whole part of a gradient.</summary>
    private double CloseGradients => products switch
    {
        ProductPrecision.TensorFloat32 => 3e-2,
        ProductPrecision.BFloat16 => 1e-1,
        _ => 1e-5,
    };

    /// <summary>Whether all differences are small; each is printed.</summary>
    public bool Check(int batch)
    {
        var network = subject.Filled();
        var inputs = HashedNumbers.Inputs(subject.Info, batch);
        var labels = HashedNumbers.Labels(subject.Info, batch);
        using var device = subject.ToGpu(network, accelerator, products);
        var (here, there) = (new float[batch * subject.Info.OutputSize], new float[batch * subject.Info.OutputSize]);
        network.Predict(inputs, here);
        device.Predict(inputs, there);
        var good = Report(batch, "prediction", Difference(there, here), Close);
        good &= Report(batch, "loss", Difference([device.Loss(inputs, labels)], [network.Loss(inputs, labels)]), Close);
        (here, there) = (new float[network.Parameters.Length], new float[network.Parameters.Length]);
        var (inputHere, inputThere) = (new float[inputs.Length], new float[inputs.Length]);
        _ = subject.Gradient(network, inputs, labels, here, inputHere);
        _ = subject.GpuGradient(device, inputs, labels, there, inputThere);
        var first = 0;
        foreach (var parameter in network.Parameters)
        {
            good &= Report(batch, "gradient of " + parameter.Name, Difference(there.AsSpan(first, parameter.Length), here.AsSpan(first, parameter.Length)), CloseGradients);
            first += parameter.Length;
        }

        good &= Report(batch, "gradient of input", Difference(inputThere, inputHere), CloseGradients);
        return products != ProductPrecision.Single ? good : good & Steps(batch, "SGD", () => new Sgd(0.05), Close) & Steps(batch, "Adam", () => new Adam(1e-3), CloseAfterAdam);
    }

    private bool Steps(int batch, string name, Func<Optimizer> optimizer, double limit)
    {
        var (here, there) = (subject.Filled(), subject.Filled());
        var inputs = HashedNumbers.Inputs(subject.Info, batch);
        var labels = HashedNumbers.Labels(subject.Info, batch);
        using var device = subject.ToGpu(there, accelerator, products);
        var (onProcessor, onDevice) = (optimizer(), optimizer());
        for (var step = 0; step < 20; step++)
        {
            here.Step(inputs, labels, onProcessor);
            device.Step(inputs, labels, onDevice);
        }

        device.Download();
        var good = true;
        foreach (var (a, b) in there.Parameters.Zip(here.Parameters))
        {
            good &= Report(batch, $"{b.Name} after 20 steps of {name}", Difference(((Parameter<float>)a).ToArray(), ((Parameter<float>)b).ToArray()), limit);
        }

        return good;
    }

    private bool Report(int batch, string what, double difference, double limit)
    {
        var good = difference <= limit;
        Console.WriteLine(FormattableString.Invariant($"{(good ? "ok  " : "FAIL")} {subject.Name} batch {batch}: {what} differs by {difference:E1}"));
        return good;
    }

    private static double Difference(ReadOnlySpan<float> actual, ReadOnlySpan<float> expected)
    {
        var (difference, largest) = (0.0, 1e-30);
        for (var i = 0; i < expected.Length; i++)
        {
            var distance = Math.Abs((double)actual[i] - expected[i]);
            difference = double.IsNaN(distance) ? double.PositiveInfinity : Math.Max(difference, distance);
            largest = Math.Max(largest, Math.Abs((double)expected[i]));
        }

        return difference / largest;
    }
}
