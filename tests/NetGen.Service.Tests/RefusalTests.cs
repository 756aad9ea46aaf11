using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Service.Batching;

namespace NetGen.Service.Tests;

/// <summary>Requests that are not as they should be: each is refused, and the service goes on.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("", "not the expected JSON")]
    [InlineData("{", "not the expected JSON")]
    [InlineData("[1, 2]", "not the expected JSON")]
    [InlineData("{}", "has no 'pixels'")]
    [InlineData("null", "has no 'pixels'")]
    [InlineData("""{"pixels": null}""", "has no 'pixels'")]
    [InlineData("""{"pixels": [1, 2]}""", "has 2 numbers")]
    [InlineData("""{"pixels": ["NaN"]}""", "not the expected JSON")]
    [InlineData("""{"pixels": [NaN]}""", "not the expected JSON")]
    public async Task Malformed_json_is_refused_with_the_reason(string body, string reason) => await RefusedAsync(service => service.PostJsonAsync(body), HttpStatusCode.BadRequest, reason);

    [Theory]
    [InlineData("-1")]
    [InlineData("255.5")]
    [InlineData("1e39")]
    [InlineData("-1e999")]
    public async Task Pixel_outside_its_range_is_refused_with_its_place(string value) => await RefusedAsync(
        service => service.PostJsonAsync($"{{\"pixels\": [0, 0, {value}{string.Concat(Enumerable.Repeat(", 0", 781))}]}}"), HttpStatusCode.BadRequest, "Pixel 2 is ");

    [Theory]
    [InlineData(0)]
    [InlineData(783)]
    [InlineData(785)]
    public async Task Body_of_another_length_is_refused(int length) => await RefusedAsync(service => service.PostAsync("/predict", new byte[length]), HttpStatusCode.BadRequest, "an image is 784 bytes");

    [Fact]
    public async Task Unknown_content_type_is_refused() => await RefusedAsync(service => service.PostAsync("/predict", RunningService.Image, "text/plain"), HttpStatusCode.UnsupportedMediaType, "'text/plain'");

    [Fact]
    public async Task Oversized_body_is_refused() => await RefusedAsync(service => service.PostAsync("/predict", new byte[100_000]), HttpStatusCode.RequestEntityTooLarge, "Request body too large");

    [Fact]
    public async Task Slow_request_is_refused_when_its_time_is_over_and_is_no_fault_of_the_server()
    {
        await using var service = await RunningService.StartAsync("--Service:RequestTimeoutMilliseconds", "500", "--Logging:LogLevel:Default", "Error");
        using var faults = new LoggedFaults();
        service.Services.GetRequiredService<ILoggerFactory>().AddProvider(faults);
        using var connection = await service.ConnectAsync(784, new byte[10]);

        var answer = await ReadToEndAsync(connection.GetStream());

        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
        await GoesOnAsync(service);
        Assert.Empty(faults.Messages);
    }

    [Fact]
    public async Task Request_that_would_wait_too_long_is_told_to_come_again()
    {
        await using var service = await RunningService.StartAsync("--Service:RequestTimeoutMilliseconds", "200", "--Service:LatencyBudgetMilliseconds", "1000");
        var batcher = service.Services.GetRequiredService<Batcher>();
        batcher.Expect();

        using (var refused = await service.PostAsync("/predict", RunningService.Image))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Contains("try again later", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        batcher.Forget();
        await GoesOnAsync(service);
    }

    [Fact]
    public async Task Request_that_finds_no_place_in_the_queue_is_told_to_come_again()
    {
        await using var service = await RunningService.StartAsync();
        await service.Services.GetRequiredService<Batcher>().DisposeAsync();

        using var refused = await service.PostAsync("/predict", RunningService.Image);
        using var health = await service.Client.GetAsync(new Uri("/health", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Half_closed_request_is_refused_or_its_connection_closed()
    {
        await using var service = await RunningService.StartAsync();
        using var connection = await service.ConnectAsync(784, new byte[10]);
        var answers = connection.GetStream();
        connection.Client.Shutdown(SocketShutdown.Send);

        var answer = await ReadToEndAsync(answers);

        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 400", StringComparison.Ordinal), answer);
        await GoesOnAsync(service);
    }

    [Fact]
    public async Task Whole_request_of_a_half_closed_connection_is_answered_or_its_connection_closed()
    {
        await using var service = await RunningService.StartAsync();
        using var connection = await service.ConnectAsync(784, RunningService.Image);
        var answers = connection.GetStream();
        connection.Client.Shutdown(SocketShutdown.Send);

        var answer = await ReadToEndAsync(answers);

        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal), answer);
        await GoesOnAsync(service);
    }

    [Fact]
    public async Task Connection_without_a_request_is_closed()
    {
        await using var service = await RunningService.StartAsync("--Service:KeepAliveMilliseconds", "500");
        using var connection = new TcpClient();
        await connection.ConnectAsync(service.Address.Host, service.Address.Port);

        Assert.Equal("", await ReadToEndAsync(connection.GetStream()));
        await GoesOnAsync(service);
    }

    [Fact]
    public async Task Connections_that_are_dropped_leave_the_service_as_it_was()
    {
        await using var service = await RunningService.StartAsync();
        for (var i = 0; i < 20; i++)
        {
            using var connection = await service.ConnectAsync(784, RunningService.Image.AsMemory(0, i * 40));
            connection.LingerState = new LingerOption(true, 0);
        }

        await GoesOnAsync(service);
    }

    [Fact]
    public async Task Requests_under_way_are_answered_before_the_service_ends()
    {
        await using var service = await RunningService.StartAsync();
        using var measurements = new Measurements(service);
        using var connection = await service.ConnectAsync(784, RunningService.Image.AsMemory(0, 400));
        await PollAsync(() => measurements.Of("http.server.active_requests").Sum(each => each.Value) > 0);

        var stop = service.StopAsync();
        await PollAsync(() => service.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
        await connection.GetStream().WriteAsync(RunningService.Image.AsMemory(400));

        Assert.StartsWith("HTTP/1.1 200", await ReadAsync(connection.GetStream()), StringComparison.Ordinal);
        await stop;
    }

    private static async Task RefusedAsync(Func<RunningService, Task<HttpResponseMessage>> request, HttpStatusCode status, string reason)
    {
        await using var service = await RunningService.StartAsync();

        using var response = await request(service);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(reason, System.Text.RegularExpressions.Regex.Unescape(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await GoesOnAsync(service);
    }

    private static async Task GoesOnAsync(RunningService service)
    {
        using var response = await service.PostAsync("/predict", RunningService.Image);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task PollAsync(Func<bool> condition)
    {
        for (var patience = Stopwatch.StartNew(); !condition(); await Task.Delay(10))
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(20), "It never came to what the test waits for.");
        }
    }

    /// <summary>All that comes until the server closes the connection; fails where it does not.</summary>
    private static async Task<string> ReadToEndAsync(NetworkStream connection)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var answer = new MemoryStream();
        try
        {
            await connection.CopyToAsync(answer, patience.Token);
        }
        catch (IOException)
        {
            // Closed by a reset.
        }

        return Encoding.ASCII.GetString(answer.ToArray());
    }

    private static async Task<string> ReadAsync(NetworkStream connection)
    {
        var buffer = new byte[4096];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            var read = await connection.ReadAsync(buffer, patience.Token);
            return Encoding.ASCII.GetString(buffer, 0, read);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
