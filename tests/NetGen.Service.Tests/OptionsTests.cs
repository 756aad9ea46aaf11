using Microsoft.Extensions.Configuration;
using Service;

namespace NetGen.Service.Tests;

/// <summary>The settings of the service.</summary>
public sealed class OptionsTests
{
    [Theory]
    [InlineData("1.5", "not a whole number")]
    [InlineData("0", "not a number from 1 to 4096")]
    [InlineData("many", "not a number from 1 to 4096")]
    public void Batch_that_is_no_whole_number_in_its_range_is_refused(string text, string reason)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Service:MaxBatch", text)]).Build();

        Assert.Contains(reason, Assert.Throws<InvalidOperationException>(() => ServiceOptions.Of(configuration)).Message, StringComparison.Ordinal);
    }
}
