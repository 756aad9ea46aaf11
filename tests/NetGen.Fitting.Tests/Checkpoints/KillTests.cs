using System.Diagnostics;

namespace NetGen.Fitting.Tests.Checkpoints;

/// <summary>A training that is killed, again and again, at moments nobody chose.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_at_twenty_moments_it_ends_with_the_bits_of_the_uninterrupted_training()
    {
        var (checkpoints, model) = (_folder.File("run"), _folder.File("model.safetensors"));
        var random = new Random(Environment.TickCount);
        var kills = 0;
        var withinTraining = 0;
        while (kills < Kills)
        {
            using var child = Start(checkpoints, model);

            // Until "begun" it starts up and reads the last checkpoint; from then on it trains and writes.
            var moment = random.Next(200);
            if (random.Next(4) > 0)
            {
                await child.StandardOutput.ReadLineAsync();
                moment = random.Next(60);
                withinTraining++;
            }

            await Task.Delay(moment);
            if (child.HasExited)
            {
                // It got to its end before the signal: a new one, from the start.
                Assert.Equal(0, child.ExitCode);
                Directory.Delete(checkpoints, recursive: true);
                continue;
            }

            child.Kill();
            await child.WaitForExitAsync();
            kills++;
            AssertReadable(checkpoints);
        }

        using var last = Start(checkpoints, model);
        var errors = await last.StandardError.ReadToEndAsync();
        await last.WaitForExitAsync();
        Assert.True(last.ExitCode == 0, errors);

        var (expected, found) = (Program.Train(folder: null), new ClassNet(0));
        found.Load(model);
        Assert.Equal(expected.Parameters.ToArray(), found.Parameters.ToArray());
        Assert.True(withinTraining >= 5, $"only {withinTraining} of {Kills} signals came within the training");
    }

    /// <summary>Every file under a checkpoint's name is whole: a network takes its weights from it.</summary>
    private static void AssertReadable(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*.safetensors"))
        {
            new ClassNet(0).Load(file, "*");
        }
    }

    private static Process Start(string checkpoints, string model) => Process.Start(
        new ProcessStartInfo("dotnet", ["exec", typeof(Program).Assembly.Location, checkpoints, model])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
}
