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

    /// <summary>Compares the gradients or values of all parameters, each by itself.</summary>
    public void Add(string what, ParameterSet parameters, double[] expected, double[] actual)
    {
        var least = 1e-3 * expected.Select(Math.Abs).DefaultIfEmpty().Max();
        var at = 0;
        foreach (var parameter in parameters)
        {
            Add($"{what} {parameter.Name}", expected[at..(at + parameter.Length)], actual[at..(at + parameter.Length)], least);
            at += parameter.Length;
        }
    }

    public void Add(string what, Array[] expected, Array[] actual)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Add($"{what} {i}", Samples.Widen(expected[i]), Samples.Widen(actual[i]));
        }
    }

    public void AssertNone() => Assert.True(_wrong.Count == 0, string.Join('\n', _wrong));
}
