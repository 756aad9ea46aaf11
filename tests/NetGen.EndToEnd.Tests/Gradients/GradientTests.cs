using Xunit.Abstractions;

namespace NetGen.EndToEnd.Tests.Gradients;

/// <summary>Every layer, activation and loss against central differences, in double precision.</summary>
public sealed class GradientTests(ITestOutputHelper output)
{
    private const int BatchSize = 5;

    public static TheoryData<string> Networks => [.. Subjects.Names];

    public static TheoryData<string> WithoutDropout => [.. Subjects.Names.Where(name => !name.Contains("Dropout", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Networks))]
    public void Gradient_equals_differences_of_the_loss_that_it_returns(string name) => CheckGradient(name, weighted: false);

    [Theory, MemberData(nameof(Networks))]
    public void Gradient_of_weighted_samples_equals_differences_of_the_loss_that_it_returns(string name) => CheckGradient(name, weighted: true);

    [Theory, MemberData(nameof(Networks))]
    public void Backward_equals_differences_of_Predict(string name)
    {
        var random = new Random(3);
        var subject = Subjects.Create(name, random);
        var inputs = Batch.Draw(subject.Info, BatchSize, weighted: false, random).Inputs;
        var outputGradients = Batch.Normals(BatchSize * subject.Info.OutputSize, random);
        var (gradients, inputGradients) = Buffers(subject);

        subject.Backward(inputs, outputGradients, gradients, inputGradients);

        new GradientCheck(subject, inputs, () => subject.Predict(inputs).Zip(outputGradients, (a, b) => a * b).Sum(), output)
            .Assert(gradients, inputGradients);
    }

    [Theory, MemberData(nameof(WithoutDropout))]
    public void Loss_is_the_loss_that_Gradient_returns(string name)
    {
        var random = new Random(4);
        var subject = Subjects.Create(name, random);
        var batch = Batch.Draw(subject.Info, BatchSize, weighted: true, random);
        var (gradients, inputGradients) = Buffers(subject);

        // Different programs may fuse, and so round, differently.
        Assert.Equal(subject.Loss(batch), subject.Gradient(batch, gradients, inputGradients), 1e-13);
    }

    [Theory, MemberData(nameof(Networks))]
    public void Gradient_again_gives_the_same_bits(string name)
    {
        var random = new Random(5);
        var subject = Subjects.Create(name, random);
        var batch = Batch.Draw(subject.Info, BatchSize, weighted: true, random);
        var (first, second) = (Buffers(subject), Buffers(subject));

        var loss = subject.Gradient(batch, first.Gradients, first.InputGradients);

        Assert.Equal(loss, subject.Gradient(batch, second.Gradients, second.InputGradients));
        Assert.Equal(first.Gradients, second.Gradients);
        Assert.Equal(first.InputGradients, second.InputGradients);
    }

    private static (double[] Gradients, double[] InputGradients) Buffers(Subject subject) =>
        (Filled(subject.Parameters.Length), Filled(BatchSize * subject.Info.InputSize));

    /// <summary>Gradients overwrite: what was in the buffer must not matter.</summary>
    private static double[] Filled(int length)
    {
        var buffer = new double[length];
        Array.Fill(buffer, double.NaN);
        return buffer;
    }

    private void CheckGradient(string name, bool weighted)
    {
        var random = new Random(weighted ? 2 : 1);
        var subject = Subjects.Create(name, random);
        var batch = Batch.Draw(subject.Info, BatchSize, weighted, random);
        var (gradients, inputGradients) = Buffers(subject);
        var (unread, unreadInputs) = Buffers(subject);

        subject.Gradient(batch, gradients, inputGradients);

        new GradientCheck(subject, batch.Inputs, () => subject.Gradient(batch, unread, unreadInputs), output).Assert(gradients, inputGradients);
    }
}
