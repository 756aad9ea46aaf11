using System.Globalization;
using Xunit.Abstractions;

namespace NetGen.Gpu.Tests;

/// <summary>Gathers by how much tensors differ: max |a - b| / max |b|.</summary>
internal sealed class Difference(double tolerance, ITestOutputHelper output)
{
    private readonly List<string> _wrong = [];

    /// <summary>Compares two tensors.</summary>
    /// <param name="what">The name of the tensor.</param>
    /// <param name="expected">On the processor.</param>
    /// <param name="actual">On the device.</param>
    /// <param name="least">What the largest value is taken for at least: sums that cancel to nothing are right as far as their terms are.</param>
    public void Add(string what, double[] expected, double[] actual, double least = 0)
    {
        Assert.Equal(expected.Length, actual.Length);
        var largest = Math.Max(least, expected.Select(Math.Abs).DefaultIfEmpty().Max());
        var difference = 0.0;
        var at = 0;
        for (var i = 0; i < expected.Length; i++)
        {
            var here = Math.Abs(expected[i] - actual[i]);
            if (!(here <= difference))
            {
                (difference, at) = (here, i);
            }
        }

        var error = difference == 0 ? 0 : difference / largest;
        var text = string.Create(CultureInfo.InvariantCulture, $"{what}: {error:G3}");
        output.WriteLine(text);
        if (!(error <= tolerance))
        {
            _wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{text}, at {at} of {expected.Length}: {expected[at]:R} on the processor, {actual[at]:R} on the device"));
        }
    }

    /// <summary>Compares the gradients of all parameters, each by itself. One that cancels to nothing is compared with the largest of all.</summary>
    public void AddGradients(ParameterSet parameters, string what, Array expected, Array actual)
    {
        var (here, there) = (Samples.Widen(expected), Samples.Widen(actual));
        var largest = here.Select(Math.Abs).DefaultIfEmpty().Max();
        var cancelled = Cancelled(parameters, here);
        foreach (var (parameter, range) in Ranges(parameters))
        {
            Add($"{what} {parameter.Name}", here[range], there[range], cancelled.Contains(parameter.Name) ? largest : 1e-3 * largest);
        }
    }

    /// <summary>Compares the values of all parameters, each by itself, but for those whose gradient is nothing but rounding: steps of full length are made of it.</summary>
    public void AddWeights(ParameterSet expected, ParameterSet actual, double[] gradients)
    {
        var (here, there) = (Samples.Values(expected), Samples.Values(actual));
        var limit = Limit(gradients);
        for (var i = 0; i < here.Length; i++)
        {
            there[i] = Math.Abs(gradients[i]) < limit ? here[i] : there[i];
        }

        foreach (var (parameter, range) in Ranges(expected))
        {
            Add($"weights {parameter.Name}", here[range], there[range]);
        }
    }

    /// <summary>Parameters whose gradient is nothing but rounding, as that of the keys' bias in attention is: softmax is the same when all scores are shifted.</summary>
    public static HashSet<string> Cancelled(ParameterSet parameters, double[] gradients)
    {
        var limit = Limit(gradients);
        return [.. Ranges(parameters).Where(entry => gradients[entry.Range].All(value => Math.Abs(value) < limit)).Select(entry => entry.Parameter.Name)];
    }

    private static double Limit(double[] gradients) => 1e-6 * gradients.Select(Math.Abs).DefaultIfEmpty().Max();

    public void Add(string what, Array[] expected, Array[] actual)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Add($"{what} {i}", Samples.Widen(expected[i]), Samples.Widen(actual[i]));
        }
    }

    private static IEnumerable<(Parameter Parameter, Range Range)> Ranges(ParameterSet parameters)
    {
        var at = 0;
        foreach (var parameter in parameters)
        {
            yield return (parameter, at..(at + parameter.Length));
            at += parameter.Length;
        }
    }

    public void AssertNone() => Assert.True(_wrong.Count == 0, string.Join('\n', _wrong));
}
