using System.Globalization;

namespace Service;

/// <summary>What can be set, as <c>--Service:MaxBatch 32</c> or <c>Service__MaxBatch=32</c> in the environment.</summary>
/// <param name="MaxBatch">Requests that are answered together at most; 1: each by itself.</param>
/// <param name="LatencyBudget">How long a request waits at most for others that are under way, to be answered together with them.</param>
/// <param name="QueueLength">Requests that wait at most; more are refused at once.</param>
/// <param name="RequestTimeout">How long a client may take to send a request.</param>
/// <param name="MaxConnections">Connections at a time.</param>
/// <param name="KeepAliveTimeout">How long a connection stays open without a request, so that idle ones do not lock out all others.</param>
internal sealed record ServiceOptions(int MaxBatch, TimeSpan LatencyBudget, int QueueLength, TimeSpan RequestTimeout, int MaxConnections, TimeSpan KeepAliveTimeout)
{
    /// <summary>Bytes of a request's body: 784 numbers with all their digits are less than half of it.</summary>
    public const int LargestBody = 32 * 1024;

    /// <summary>Reads the section <c>Service</c>.</summary>
    /// <exception cref="InvalidOperationException">A value is not a number in its range.</exception>
    public static ServiceOptions Of(IConfiguration configuration) => new(
        Whole(configuration, nameof(MaxBatch), 64, 1, 4096),
        TimeSpan.FromMilliseconds(Number(configuration, "LatencyBudgetMilliseconds", 2, 0, 1000)),
        Whole(configuration, nameof(QueueLength), 1024, 1, 1_000_000),
        TimeSpan.FromMilliseconds(Number(configuration, "RequestTimeoutMilliseconds", 5000, 100, 600_000)),
        Whole(configuration, nameof(MaxConnections), 1000, 1, 100_000),
        TimeSpan.FromMilliseconds(Number(configuration, "KeepAliveMilliseconds", 15_000, 100, 600_000)));

    private static int Whole(IConfiguration configuration, string name, int otherwise, int least, int most)
    {
        var value = Number(configuration, name, otherwise, least, most);
        return value == Math.Floor(value) ? (int)value : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Service:{name} is {value}, not a whole number."));
    }

    private static double Number(IConfiguration configuration, string name, double otherwise, double least, double most)
    {
        var text = configuration["Service:" + name];
        if (text is null)
        {
            return otherwise;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Service:{name} is '{text}', not a number from {least} to {most}."));
    }
}
