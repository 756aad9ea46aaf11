using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NetGen.Service.Tests;

/// <summary>A headless Chromium, driven by its debugging protocol.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly Process _process;
    private readonly DirectoryInfo _profile;
    private readonly ClientWebSocket _socket = new();
    private string? _session;
    private int _message;

    private Browser(Process process, DirectoryInfo profile) => (_process, _profile) = (process, profile);

    /// <summary>Where a browser is; null where there is none.</summary>
    public static string? Path => Array.Find(Places, File.Exists);

    /// <summary>Opens a page and waits until it is there.</summary>
    public static async Task<Browser> OpenAsync(Uri page)
    {
        var profile = Directory.CreateTempSubdirectory("netgen-browser-");
        var start = new ProcessStartInfo(Path!) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--remote-debugging-port=0", "--user-data-dir=" + profile.FullName, "--window-size=1000,900", "about:blank" })
        {
            start.ArgumentList.Add(argument);
        }

        var browser = new Browser(Process.Start(start)!, profile);
        try
        {
            await browser.ConnectAsync(page);
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }

        return browser;
    }

    /// <summary>The value of an expression on the page.</summary>
    public async Task<JsonNode?> EvaluateAsync(string expression)
    {
        var answer = await SendAsync("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true });
        Assert.Null(answer["exceptionDetails"]);
        return answer["result"]?["value"];
    }

    /// <summary>Waits until an expression is true.</summary>
    public async Task WaitForAsync(string expression)
    {
        for (var end = Stopwatch.StartNew(); end.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(50))
        {
            if ((await EvaluateAsync(expression))?.GetValueKind() == JsonValueKind.True)
            {
                return;
            }
        }

        Assert.Fail($"The page never came to {expression}.");
    }

    /// <summary>Draws a line with the mouse.</summary>
    public async Task DrawAsync(params (double X, double Y)[] points)
    {
        await MouseAsync("mousePressed", points[0]);
        foreach (var point in points)
        {
            await MouseAsync("mouseMoved", point);
        }

        await MouseAsync("mouseReleased", points[^1]);
    }

    /// <summary>A picture of the page.</summary>
    public async Task<byte[]> ScreenshotAsync() => Convert.FromBase64String((await SendAsync("Page.captureScreenshot", new JsonObject()))["data"]!.GetValue<string>());

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _profile.Delete(recursive: true);
    }

    private async Task ConnectAsync(Uri page)
    {
        const string Says = "DevTools listening on ";
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        string? line;
        do
        {
            line = await _process.StandardError.ReadLineAsync(patience.Token);
            Assert.NotNull(line);
        }
        while (!line.StartsWith(Says, StringComparison.Ordinal));
        _ = _process.StandardError.ReadToEndAsync();
        await _socket.ConnectAsync(new Uri(line[Says.Length..]), CancellationToken.None);
        var target = (await SendAsync("Target.createTarget", new JsonObject { ["url"] = page.ToString() }))["targetId"]!.GetValue<string>();
        _session = (await SendAsync("Target.attachToTarget", new JsonObject { ["targetId"] = target, ["flatten"] = true }))["sessionId"]!.GetValue<string>();
        await WaitForAsync("document.readyState === 'complete' && location.protocol === 'http:'");
    }

    private Task<JsonObject> MouseAsync(string type, (double X, double Y) point) => SendAsync("Input.dispatchMouseEvent", new JsonObject
    {
        ["type"] = type, ["x"] = point.X, ["y"] = point.Y, ["button"] = "left", ["buttons"] = type == "mouseReleased" ? 0 : 1, ["clickCount"] = type == "mouseMoved" ? 0 : 1,
    });

    private async Task<JsonObject> SendAsync(string method, JsonObject parameters)
    {
        var id = ++_message;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (_session is not null)
        {
            message["sessionId"] = _session;
        }

        await _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None);
        while (true)
        {
            using var text = new MemoryStream();
            var buffer = new byte[65536];
            ValueWebSocketReceiveResult received;
            do
            {
                received = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                await text.WriteAsync(buffer.AsMemory(0, received.Count));
            }
            while (!received.EndOfMessage);
            if (JsonNode.Parse(text.ToArray()) is JsonObject answer && answer["id"]?.GetValue<int>() == id)
            {
                return answer["result"]?.AsObject() ?? throw new InvalidOperationException(answer.ToJsonString());
            }
        }
    }
}
