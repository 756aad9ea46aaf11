using Microsoft.Extensions.DependencyInjection;
using Service.Batching;

namespace NetGen.Service.Tests;

/// <summary>Requests that are answered together.</summary>
public sealed class BatcherTests
{
    private static readonly float[] Inputs = new float[784];

    [Fact]
    public async Task Requests_that_are_expected_are_answered_together()
    {
        await using var service = await RunningService.StartAsync("--Service:LatencyBudgetMilliseconds", "1000");
        using var measurements = new Measurements(service);
        var batcher = service.Services.GetRequiredService<Batcher>();
        for (var i = 0; i < 3; i++)
        {
            batcher.Expect();
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => batcher.PredictAsync(Inputs, CancellationToken.None).AsTask()));

        Assert.All(answers, Assert.NotNull);
        Assert.Equal([3.0], measurements.Of("service.predict.batch").Select(each => each.Value));
    }

    [Fact]
    public async Task Request_whose_budget_is_used_up_waits_for_nobody()
    {
        await using var service = await RunningService.StartAsync("--Service:LatencyBudgetMilliseconds", "1");
        using var measurements = new Measurements(service);
        var batcher = service.Services.GetRequiredService<Batcher>();
        batcher.Expect();
        batcher.Expect();

        Assert.NotNull(await batcher.PredictAsync(Inputs, CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromSeconds(20)));

        Assert.Equal([1.0], measurements.Of("service.predict.batch").Select(each => each.Value));
    }

    [Fact]
    public async Task Request_that_nobody_waits_for_is_left_out()
    {
        await using var service = await RunningService.StartAsync();
        using var measurements = new Measurements(service);
        var batcher = service.Services.GetRequiredService<Batcher>();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batcher.PredictAsync(Inputs, gone.Token).AsTask());
        Assert.NotNull(await batcher.PredictAsync(Inputs, CancellationToken.None));

        Assert.Equal([1.0], measurements.Of("service.predict.batch").Select(each => each.Value));
    }
}
