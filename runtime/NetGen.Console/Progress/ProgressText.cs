using System.Globalization;

namespace NetGen;

/// <summary>The words of <see cref="ConsoleProgress"/>.</summary>
internal static class ProgressText
{
    private const int BarWidth = 24;

    /// <summary>The line of a finished epoch: "epoch  3/10  loss 0.1234  validation loss 0.1021  accuracy 97.31 %  152k samples/s  1.2 s".</summary>
    public static string Finished(EpochResult epoch, int epochs, double samplesPerSecond)
    {
        var text = $"{Epoch(epoch.Epoch, epochs)}  loss {Loss(epoch.Loss)}";
        if (epoch.ValidationLoss is { } loss)
        {
            text += $"  validation loss {Loss(loss)}";
        }

        if (epoch.ValidationAccuracy is { } accuracy)
        {
            text += string.Create(CultureInfo.InvariantCulture, $"  accuracy {100 * accuracy:0.00} %");
        }

        return $"{text}  {Speed(samplesPerSecond)}  {Duration(epoch.Elapsed)}";
    }

    /// <summary>The line of a running epoch, cut at <paramref name="width"/> columns.</summary>
    public static string Live(FitProgress progress, int width, bool unicode)
    {
        var part = progress.Batches > 0 ? Math.Clamp((double)progress.Batch / progress.Batches, 0, 1) : 0;
        var text = $"{Epoch(progress.Epoch, progress.Epochs)}  {Bar(part, unicode)}  {progress.Batch}/{progress.Batches}"
            + $"  loss {Loss(progress.Loss)}  {Speed(progress.SamplesPerSecond)}  {Duration(progress.Remaining)} left";
        return text.Length <= width ? text : text[..Math.Max(width, 0)];
    }

    private static string Epoch(int epoch, int epochs) =>
        $"epoch {epoch.ToString(CultureInfo.InvariantCulture).PadLeft(epochs.ToString(CultureInfo.InvariantCulture).Length)}/{epochs}";

    private static string Bar(double part, bool unicode)
    {
        var done = (int)(part * BarWidth);
        return new string(unicode ? '━' : '#', done) + new string(unicode ? '╌' : '-', BarWidth - done);
    }

    private static string Loss(double loss) => loss.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Speed(double samplesPerSecond) => samplesPerSecond switch
    {
        >= 1e6 => string.Create(CultureInfo.InvariantCulture, $"{samplesPerSecond / 1e6:0.00}M samples/s"),
        >= 1e4 => string.Create(CultureInfo.InvariantCulture, $"{samplesPerSecond / 1e3:0}k samples/s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{samplesPerSecond:0} samples/s"),
    };

    private static string Duration(TimeSpan time) => time switch
    {
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
    };
}
