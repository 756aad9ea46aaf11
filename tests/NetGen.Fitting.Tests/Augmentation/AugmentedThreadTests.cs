using NetGen.Runtime;

namespace NetGen.Fitting.Tests.Augmentation;

/// <summary>Threads and memory of trainings on samples that are changed at random.</summary>
[Collection(nameof(Alone))]
public sealed class AugmentedThreadTests
{
    private static readonly ImageTransform[] Transforms =
    [
        new RandomCrop(2), new HorizontalFlip(), new VerticalFlip(), new RandomAffine { Rotation = 15, Translation = 0.1, Scale = (0.8, 1.2), Shear = 10 },
        new ColorJitter { Brightness = 0.2, Contrast = 0.2, Saturation = 0.2 }, new Cutout(3),
    ];

    [Fact]
    public void Images_and_weights_are_the_same_for_any_number_of_threads()
    {
        var data = Samples.Classes(200, 1, inputs: 64).Augment(new ImageShape(1, 8, 8), Transforms).Mixup();
        Assert.Equal(Train(1), Train(Environment.ProcessorCount));

        float[] Train(int threads)
        {
            int before = WorkerPool.MaxThreads;
            try
            {
                WorkerPool.MaxThreads = threads;
                var net = new WideNet(1);
                net.Fit(data, new FitOptions { Epochs = 2, BatchSize = 64, Seed = 1 });
                return net.Parameters.ToArray();
            }
            finally
            {
                WorkerPool.MaxThreads = before;
            }
        }
    }

    [Fact]
    public void Changing_samples_allocates_nothing()
    {
        const int epochs = 4;
        var data = Samples.Classes(2000, 1, inputs: 64).Augment(new ImageShape(1, 8, 8), Transforms).Mixup();
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 4; attempt++)
        {
            least = Math.Min(least, (Allocated(data, 2 * epochs) - Allocated(data, epochs)) / epochs);
        }

        // An epoch has 2,000 samples; one object for each would be 48,000 bytes.
        Assert.True(least < 20_000, $"{least} bytes per epoch");
    }

    private static long Allocated(Dataset<float, int> data, int epochs)
    {
        var net = new WideNet(1);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        net.Fit(data, new FitOptions { Epochs = epochs, BatchSize = 50, Optimizer = new Sgd(1e-3), Seed = 1 });
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
