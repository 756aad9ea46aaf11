using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Service;

namespace NetGen.Service.Tests;

/// <summary>The service in this process, on a port of its own.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningService(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Urls.First());
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>784 pixels with something like a one in the middle.</summary>
    public static byte[] Image { get; } = [.. Enumerable.Range(0, 784).Select(i => (byte)(i % 28 is 13 or 14 && i / 28 is > 4 and < 24 ? 255 : 0))];

    public static async Task<RunningService> StartAsync(params string[] settings)
    {
        var app = ServiceHost.Build(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None", .. settings]);
        await app.StartAsync();
        return new RunningService(app);
    }

    public Task<HttpResponseMessage> PostAsync(string path, byte[] body, string type = "application/octet-stream")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return Client.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    public Task<HttpResponseMessage> PostJsonAsync(string body) => PostAsync("/predict", Encoding.UTF8.GetBytes(body), "application/json");

    /// <summary>A connection on which a test sends what it likes.</summary>
    public async Task<TcpClient> ConnectAsync(int announced, ReadOnlyMemory<byte> body)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(Address.Host, Address.Port);
        var head = string.Create(CultureInfo.InvariantCulture, $"POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\nContent-Length: {announced}\r\n\r\n");
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        await connection.GetStream().WriteAsync(body);
        return connection;
    }

    public async Task StopAsync() => await _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
