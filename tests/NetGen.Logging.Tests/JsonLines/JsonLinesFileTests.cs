using System.Text.Json;

namespace NetGen.Logging.Tests.JsonLines;

/// <summary>What is in the file already, and what happens where it cannot be written.</summary>
public sealed class JsonLinesFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("run.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_resumed_training_appends_from_which_step_it_goes_on()
    {
        Run(new ScriptedTraining());
        Run(new ScriptedTraining().Resumed());

        List<JsonElement> lines = JsonLines.Read(Path);
        Assert.Equal(["begin", "epoch", "epoch", "end", "resume", "epoch", "end"], lines.Select(JsonLines.Event));
        Assert.Equal(3, lines[4].GetProperty("step").GetInt64());
        Assert.Equal("Line", lines[4].GetProperty("network").GetString());
    }

    [Theory]
    [InlineData("{\"event\":\"begin\"}\n{\"event\":\"st", new[] { "begin" })]
    [InlineData("{\"event\":\"begin\"}\n{\"event\":\"step\"}\n", new[] { "begin", "step" })]
    [InlineData("{\"event\":\"beg", new string[0])]
    [InlineData("{\"ev", new string[0])]
    [InlineData("", new string[0])]
    public void Complete_lines_stay_and_one_that_was_cut_off_is_dropped(string before, string[] kept)
    {
        File.WriteAllText(Path, before);

        Run(new ScriptedTraining());

        Assert.Equal([.. kept, "begin", "epoch", "epoch", "end"], JsonLines.Events(Path));
    }

    [Theory]
    [InlineData("my only copy")]
    [InlineData("{\"settings\":1}")]
    [InlineData("x")]
    public void A_file_of_something_else_is_refused_and_left_as_it_is(string content)
    {
        File.WriteAllText(Path, content);

        var exception = Assert.Throws<IOException>(() => new JsonLinesLog(Path));

        Assert.Contains(Path, exception.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(Path));
    }

    [Fact]
    public void Folders_are_made()
    {
        string path = _folder.File("runs/today/run.jsonl");
        using (var log = new JsonLinesLog(path))
        {
            Assert.Equal(path, log.Path);
        }

        Assert.True(File.Exists(path));
    }

    [Fact]
    public void A_path_that_cannot_be_written_is_refused_before_the_training()
    {
        File.WriteAllText(_folder.File("file"), "");
        string path = _folder.File("file/run.jsonl");

        var exception = Assert.Throws<IOException>(() => new JsonLinesLog(path));

        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_place_of_the_file_is_refused() =>
        Assert.Contains(_folder.Name, Assert.Throws<IOException>(() => new JsonLinesLog(_folder.Name)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_empty_path_is_refused() => Assert.Throws<ArgumentException>(() => new JsonLinesLog(" "));

    [Fact]
    public void A_full_disk_ends_the_training_with_the_name_of_the_file()
    {
        // The device that is always full.
        const string Full = "/dev/full";
        if (!File.Exists(Full))
        {
            return;
        }

        using var log = new JsonLinesLog(Full);

        var exception = Assert.Throws<IOException>(() => log.OnBegin(new ScriptedTraining().Context));
        Assert.Contains(Full, exception.Message, StringComparison.Ordinal);
    }

    private void Run(ScriptedTraining training)
    {
        using var log = new JsonLinesLog(Path);
        training.Run(log);
    }
}
