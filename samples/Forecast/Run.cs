using NetGen;
using NetGen.Runtime;

namespace Forecast;

/// <summary>The program: make or read a series, train, compare, draw, save.</summary>
internal static class Run
{
    // What a shell reports for a program ended by Ctrl+C.
    private const int Cancelled = 130;

    /// <summary>Runs it all.</summary>
    /// <returns>The exit code.</returns>
    public static int Execute(Options options, CancellationToken cancellation)
    {
        // Before the training, not after it.
        Directory.CreateDirectory(options.Folder);
        if (options.Threads is { } threads)
        {
            WorkerPool.MaxThreads = threads;
        }

        var data = SeriesData.Load(options.Data);
        data.Print(options.Data);
        Console.WriteLine(ForecastNet.Info.Summary());
        var net = new ForecastNet(options.Seed);
        using var progress = new ConsoleProgress();
        if (Forecasts.Train(net, data, options, progress, cancellation).Cancelled)
        {
            progress.Dispose();
            Console.WriteLine("Stopped; nothing was saved.");
            return Cancelled;
        }

        Console.WriteLine();
        var plot = Picture.Of(net, data);
        ConsoleReport.Print(plot);
        Console.WriteLine();
        Console.WriteLine(ForecastErrors.Header);
        foreach (var row in Forecasts.Naive(data).Append(Forecasts.Learned(net, data)))
        {
            Console.WriteLine(row);
        }

        Console.WriteLine("MASE 1 is the error of the same day last week in the training part.");
        Console.WriteLine();
        var (picture, model) = (Path.Combine(options.Folder, "forecast.svg"), Path.Combine(options.Folder, "model.safetensors"));
        plot.Save(picture);
        net.Save(model);
        Console.WriteLine($"{picture}: the picture; {model}: the network, {new FileInfo(model).Length:N0} bytes");
        return 0;
    }
}
