using Xunit.Abstractions;

namespace NetGen.EndToEnd.Tests.Gradients;

/// <summary>Compares gradients with central differences of a function of parameters and inputs, tensor by tensor.</summary>
internal sealed class GradientCheck(Subject subject, double[] inputs, Func<double> function, ITestOutputHelper output)
{
    /// <summary>Of max|a − b| / max|b| per tensor.</summary>
    public const double Tolerance = 1e-7;

    public void Assert(double[] gradients, double[] inputGradients)
    {
        foreach (var parameter in subject.Parameters)
        {
            var values = subject.Parameters[parameter.Name].ToArray();
            Compare(parameter.Name, values, gradients.AsSpan(parameter.Offset, parameter.Length), () =>
            {
                subject.Parameters[parameter.Name].CopyFrom(values);
                return function();
            });
            subject.Parameters[parameter.Name].CopyFrom(values);
        }

        Compare("inputs", inputs, inputGradients, function);
    }

    private void Compare(string tensor, double[] values, ReadOnlySpan<double> found, Func<double> changed)
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

        var relative = error / Math.Max(largest, 1e-12);
        output.WriteLine($"{tensor}: {relative:G3}, {kinks} of {values.Length} near a kink");
        Xunit.Assert.True(relative <= Tolerance, $"{subject.Info.Name}, {tensor}: error {relative:G3} of the largest derivative {largest:G6}, worst at {worst}: {found[worst]:G17}; tolerance {Tolerance}");
        Xunit.Assert.True(kinks <= 1 + (values.Length / 50), $"{subject.Info.Name}, {tensor}: {kinks} of {values.Length} values lie near a kink; choose another seed");
    }
}
