namespace NetGen.Gpu.Tests.Simulated.TensorCores;

/// <summary>Whole numbers that a type holds are not rounded to it: all that is left is whether every product has its operands, once each.</summary>
public sealed class WholeNumberTests(OnTensorCores device) : IClassFixture<OnTensorCores>
{
    /// <summary>bfloat16 holds whole numbers up to here, TF32 up to 2048.</summary>
    private const double Largest = 256;

    public static TheoryData<int, ProductPrecision> Cases
    {
        get
        {
            var data = new TheoryData<int, ProductPrecision>();
            foreach (var size in new[] { 1, 3, 65, 200, 6200 })
            {
                data.Add(size, ProductPrecision.TensorFloat32);
                data.Add(size, ProductPrecision.BFloat16);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Predictions_are_exact(int size, ProductPrecision products) => Compare(products, (expected, actual) =>
    {
        var batch = Draw(expected, size);

        var outputs = Samples.Widen(expected.Predict(batch)[0]);

        Assert.True(outputs.Max(Math.Abs) is > 0 and <= Largest);
        Assert.Equal(outputs, Samples.Widen(actual.Predict(batch)[0]));
    });

    [Theory, MemberData(nameof(Cases))]
    public void Gradients_are_exact(int size, ProductPrecision products) => Compare(products, (expected, actual) =>
    {
        var batch = Draw(expected, size);

        var (gradient, inputGradients) = expected.Backward(batch);

        var inputs = Samples.Widen(inputGradients[0]);
        var there = actual.Backward(batch);
        Assert.True(inputs.Max(Math.Abs) is > 0 and <= Largest);
        Assert.Equal(inputs, Samples.Widen(there.InputGradients[0]));
        Assert.Equal(Samples.Widen(gradient), Samples.Widen(there.Gradient));
    });

    private void Compare(ProductPrecision products, Action<Subject, Subject> compare)
    {
        var (expected, source) = (Create(), Create());
        var actual = OnDevice.Copy(source, device.Accelerator, products);
        using var disposed = (IDisposable)actual.Network;
        compare(expected, actual);
    }

    /// <summary>Of a weight's values one in sixteen is 1 or -1, so that no sum between the layers grows large.</summary>
    private static Subject Create()
    {
        var subject = Subject.Create("RectifiedNet", 1);
        var random = new Random(5);
        foreach (var parameter in subject.Network.Parameters)
        {
            Samples.Fill(subject.Network.Parameters, parameter, () => random.Next(16) == 0 ? (2 * random.Next(2)) - 1 : 0);
        }

        return subject;
    }

    private static Batch Draw(Subject subject, int size)
    {
        var random = new Random(size);
        Array[] Numbers(int[] counts) => Array.ConvertAll(counts, count => Samples.Array(typeof(float), count * size, () => random.Next(-3, 4)));
        return new(size, Numbers(subject.Layout.Inputs), [], Numbers(subject.Layout.Outputs));
    }
}
