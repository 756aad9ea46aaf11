using System.Diagnostics;
using System.Globalization;
using NetGen;

namespace Autoencoder;

/// <summary>The program: train, measure, draw.</summary>
internal static class Run
{
    /// <summary>What a shell reports for a program ended by Ctrl+C.</summary>
    public const int Cancelled = 130;

    /// <summary>Learns to take noise out of images.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int Denoise(Options options, CancellationToken cancellation)
    {
        var (train, test) = Load(options);
        Console.WriteLine(DenoisingNet.Info.Summary());
        var denoising = new Denoising(options.Seed, options.Noise);
        var clock = Stopwatch.StartNew();
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            var loss = denoising.Train(train, epoch, options.Epochs, cancellation);
            Console.WriteLine(Invariant($"epoch {epoch + 1}/{options.Epochs}  loss {loss:0.0000}  {clock.Elapsed.TotalSeconds:0.0} s"));
        }

        var (noisy, reconstructed) = denoising.Test(test);
        Console.WriteLine(Invariant($"Test set: mean squared error {noisy:0.0000} with noise, {reconstructed:0.0000} reconstructed ({-10 * Math.Log10(noisy):0.0} and {-10 * Math.Log10(reconstructed):0.0} dB)"));
        denoising.Draw(test).Save(options.Picture);
        Console.WriteLine($"{options.Picture}: each digit noisy, clean, reconstructed");
        return 0;
    }

    /// <summary>Learns a distribution of images, and draws some of it.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int Generate(Options options, CancellationToken cancellation)
    {
        var (train, test) = Load(options);
        Console.WriteLine(VariationalNet.Info.Summary());
        var variational = new Variational(options.Seed);
        var clock = Stopwatch.StartNew();
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            var mean = variational.Train(train, epoch, options.Epochs, cancellation);
            Console.WriteLine(Invariant($"epoch {epoch + 1}/{options.Epochs}  loss {mean:0.0}  {clock.Elapsed.TotalSeconds:0.0} s"));
        }

        var (loss, divergence) = variational.Test(test);
        Console.WriteLine(Invariant($"Test set, in nats per image: {loss:0.0}, of which {loss - divergence:0.0} for pixels and {divergence:0.0} for codes"));
        variational.Draw(side: 10).Save(options.Picture);
        Console.WriteLine($"{options.Picture}: a hundred digits from random codes");
        return 0;
    }

    private static (Dataset<float, int> Train, Dataset<float, int> Test) Load(Options options)
    {
        Console.WriteLine(options.Data is null ? "Data: digits drawn by this program (--data FOLDER reads MNIST instead)" : $"Data: {options.Data}");
        return DigitData.Load(options.Data);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
