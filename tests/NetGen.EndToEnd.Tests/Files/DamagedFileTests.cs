using NetGen.EndToEnd.Tests.Training;

namespace NetGen.EndToEnd.Tests.Files;

public sealed class DamagedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Hundred_damaged_files_are_refused_with_name_and_reason_and_change_nothing()
    {
        var (saved, net) = (new SmallNet(1), new SmallNet(2));
        saved.Save(_folder.File("intact.safetensors"));
        var intact = File.ReadAllBytes(_folder.File("intact.safetensors"));
        var inputs = Samples.Singles(5 * 7, 1);
        var (before, after, predictions) = (new float[net.Parameters.Length], new float[net.Parameters.Length], net.Predict(inputs));
        net.Parameters.CopyTo(before);

        for (var seed = 0; seed < 100; seed++)
        {
            var path = _folder.File($"damaged{seed}.safetensors");
            File.WriteAllBytes(path, DamagedFile.Of(intact, seed));

            var message = Assert.Throws<InvalidDataException>(() => net.Load(path)).Message;

            Assert.Contains(path, message, StringComparison.Ordinal);
            Assert.True(message.Length > path.Length + 10, $"no reason in '{message}', seed {seed}");
            net.Parameters.CopyTo(after);
            Assert.Equal(before, after);
        }

        Assert.Equal(predictions, net.Predict(inputs));
    }

    [Fact]
    public void Missing_file_is_named()
    {
        var path = _folder.File("nowhere.safetensors");

        Assert.Contains(path, Assert.Throws<FileNotFoundException>(() => new SmallNet(1).Load(path)).Message, StringComparison.Ordinal);
    }
}
