using Digits;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using OpenTelemetry.Metrics;
using Service.Batching;
using Service.Observation;

namespace Service;

/// <summary>Puts the service together.</summary>
internal static class ServiceHost
{
    /// <summary>Builds it, ready to run.</summary>
    /// <param name="args">The command line: <c>--urls http://127.0.0.1:5000</c>, <c>--Service:MaxBatch 1</c> and what else ASP.NET Core knows.</param>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        var options = ServiceOptions.Of(builder.Configuration);
        // A line per request costs more than its answer; the metrics count them.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => Limit(kestrel.Limits, options));
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(_ => new DigitNet());
        builder.Services.AddSingleton<InputDrift>();
        builder.Services.AddSingleton<ServiceMetrics>();
        builder.Services.AddSingleton<Batcher>();
        builder.Services.AddSingleton<Predictor>();
        var telemetry = builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(ServiceMetrics.MeterName)
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"));
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            telemetry.WithMetrics(metrics => metrics.AddOtlpExporter());
        }

        // Requests that are being answered are answered before the program ends.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));

        var app = builder.Build();
        // Weights that do not fit end the program here, and not the first request.
        _ = app.Services.GetRequiredService<Predictor>();
        Endpoints.Map(app);
        return app;
    }

    private static void Limit(KestrelServerLimits limits, ServiceOptions options)
    {
        limits.MaxRequestBodySize = ServiceOptions.LargestBody;
        limits.MaxConcurrentConnections = options.MaxConnections;
        limits.KeepAliveTimeout = options.KeepAliveTimeout;
        limits.RequestHeadersTimeout = options.RequestTimeout;
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: options.RequestTimeout + TimeSpan.FromSeconds(1));
    }
}
