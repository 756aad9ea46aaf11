using System.Diagnostics;
using System.Globalization;
using NetGen;

namespace Gan;

/// <summary>The program: read pictures, train both networks, draw after every epoch.</summary>
internal static class Run
{
    /// <summary>What a shell reports for a program ended by Ctrl+C.</summary>
    public const int Cancelled = 130;

    /// <summary>Runs it all.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int Execute(Options options, CancellationToken cancellation)
    {
        Directory.CreateDirectory(options.Folder);
        var pictures = PictureData.Load(options.Data);
        Console.WriteLine(Generator.Info.Summary());
        Console.WriteLine(Critic.Info.Summary());
        var (duel, gallery, losses, clock) = (new Duel(options.Seed, options.LearningRate), new Gallery(options.Seed), new List<DuelLosses>(), Stopwatch.StartNew());
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            losses.Add(duel.Train(pictures, epoch, cancellation));
            var picture = Path.Combine(options.Folder, Invariant($"epoch-{epoch + 1:000}.png"));
            gallery.Draw(duel.Generator).Save(picture);
            Console.WriteLine(Invariant($"epoch {epoch + 1}/{options.Epochs}  critic {losses[^1].Critic:0.000}  generator {losses[^1].Generator:0.000}  {clock.Elapsed.TotalSeconds:0.0} s  {picture}"));
        }

        Save(new LossCurves(losses), duel.Generator, options.Folder);
        return 0;
    }

    private static void Save(LossCurves curves, Generator generator, string folder)
    {
        Console.WriteLine();
        ConsoleReport.Print(curves.Plot);
        curves.Plot.Save(Path.Combine(folder, "losses.svg"));
        File.WriteAllLines(Path.Combine(folder, "losses.csv"), curves.Lines());
        generator.Save(Path.Combine(folder, "generator.safetensors"));
        Console.WriteLine($"{folder}: a hundred pictures from the same random numbers after each epoch, losses.svg, losses.csv, generator.safetensors");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
