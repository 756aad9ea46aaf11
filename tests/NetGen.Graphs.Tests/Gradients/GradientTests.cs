#if !SINGLE
using Xunit.Abstractions;

namespace NetGen.Graphs.Tests.Gradients;

/// <summary>Every graph against central differences, tensor by tensor.</summary>
public sealed class GradientTests(ITestOutputHelper output)
{
    private const int BatchSize = 3;

    /// <summary>Of max|a − b| / max|b| per tensor.</summary>
    private const double Tolerance = 1e-7;

    /// <summary>
    /// Of the largest derivative of all: tensors below it, such as the bias of an attention's keys, which softmax cancels, are compared with this instead, because
    /// differences of a function of size one cannot resolve less.
    /// </summary>
    private const double Negligible = 1e-3;

    public static TheoryData<string> Graphs => [.. Subjects.Names];

    [Theory, MemberData(nameof(Graphs))]
    public void Gradient_equals_differences_of_the_loss_that_it_returns(string name)
    {
        var random = new Random(21);
        var subject = Subjects.Create(name, random);
        var (inputs, targets) = Subjects.Draw(subject, BatchSize, random);
        var (gradients, inputGradients) = Buffers(subject);
        var (unread, unreadInputs) = Buffers(subject);

        subject.Gradient(inputs, targets, gradients, inputGradients);

        Check(subject, inputs, () => subject.Gradient(inputs, targets, unread, unreadInputs), gradients, inputGradients);
    }

    [Theory, MemberData(nameof(Graphs))]
    public void Backward_equals_differences_of_Predict(string name)
    {
        var random = new Random(2);
        var subject = Subjects.Create(name, random);
        var (inputs, _) = Subjects.Draw(subject, BatchSize, random);
        var outputGradients = Array.ConvertAll(subject.OutputSizes, size => Subjects.Normals(BatchSize * size, random));
        var (gradients, inputGradients) = Buffers(subject);

        subject.Backward(inputs, outputGradients, gradients, inputGradients);

        Check(
            subject,
            inputs,
            () => subject.Predict(inputs).Zip(outputGradients, (values, weights) => values.Zip(weights, (a, b) => a * b).Sum()).Sum(),
            gradients,
            inputGradients);
    }

    [Theory, MemberData(nameof(Graphs))]
    public void Gradient_again_gives_the_same_bits(string name)
    {
        var random = new Random(3);
        var subject = Subjects.Create(name, random);
        var (inputs, targets) = Subjects.Draw(subject, BatchSize, random);
        var (first, second) = (Buffers(subject), Buffers(subject));

        var loss = subject.Gradient(inputs, targets, first.Gradients, first.InputGradients);

        Assert.Equal(loss, subject.Gradient(inputs, targets, second.Gradients, second.InputGradients));
        Assert.Equal(first.Gradients, second.Gradients);
        Assert.Equal(first.InputGradients, second.InputGradients);
    }

    /// <summary>Gradients overwrite: what was in the buffer must not matter.</summary>
    private static (double[] Gradients, double[][] InputGradients) Buffers(Subject subject) =>
        (Filled(subject.Parameters.Length), Array.ConvertAll(subject.InputSizes, size => Filled(BatchSize * size)));

    private static double[] Filled(int length)
    {
        var buffer = new double[length];
        Array.Fill(buffer, double.NaN);
        return buffer;
    }

    private void Check(Subject subject, double[][] inputs, Func<double> function, double[] gradients, double[][] inputGradients)
    {
        var errors = new List<string>();
        var least = Negligible * gradients.Concat(inputGradients.SelectMany(values => values)).Max(Math.Abs);
        foreach (var parameter in subject.Parameters)
        {
            if (parameter.Frozen)
            {
                Assert.All(gradients.AsSpan(parameter.Offset, parameter.Length).ToArray(), value => Assert.Equal(0, value));
                continue;
            }

            var values = subject.Parameters[parameter.Name].ToArray();
            Compare(errors, parameter.Name, least, values, gradients.AsSpan(parameter.Offset, parameter.Length), () =>
            {
                subject.Parameters[parameter.Name].CopyFrom(values);
                return function();
            });
            subject.Parameters[parameter.Name].CopyFrom(values);
        }

        for (var i = 0; i < inputs.Length; i++)
        {
            Compare(errors, $"input {i}", least, inputs[i], inputGradients[i], function);
        }

        Assert.Empty(errors);
    }

    private void Compare(List<string> errors, string tensor, double least, double[] values, ReadOnlySpan<double> found, Func<double> changed)
    {
        double error = 0, largest = 0;
        int worst = 0, kinks = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (CentralDifferences.Of(changed, ref values[i]) is not { } expected)
            {
                kinks++;
                continue;
            }

            largest = Math.Max(largest, Math.Abs(expected));

            // A NaN is never an agreement, so it has to win the comparison.
            if (!(Math.Abs(found[i] - expected) <= error))
            {
                (error, worst) = (Math.Abs(found[i] - expected), i);
            }
        }

        var relative = error / Math.Max(largest, least);
        output.WriteLine($"{tensor}: {relative:G3}, {kinks} of {values.Length} near a kink");
        if (!(relative <= Tolerance))
        {
            errors.Add($"{tensor}: error {relative:G3} of the largest derivative {largest:G6}, worst at {worst}: {found[worst]:G17}");
        }

        if (kinks > 1 + (values.Length / 20))
        {
            errors.Add($"{tensor}: {kinks} of {values.Length} values lie near a kink; choose another seed");
        }
    }
}
#endif
