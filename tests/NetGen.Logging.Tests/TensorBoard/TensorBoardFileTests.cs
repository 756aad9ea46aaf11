namespace NetGen.Logging.Tests.TensorBoard;

/// <summary>When events reach the file, and what happens where they cannot.</summary>
public sealed class TensorBoardFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_file_holds_the_version_at_once()
    {
        using TensorBoardLog log = Open();

        Assert.Single(EventFileReader.Read(log.Path));
    }

    [Fact]
    public void Only_whole_events_reach_the_file_so_that_a_killed_training_leaves_one_that_reads()
    {
        using TensorBoardLog log = Open();
        for (int step = 0; step < 500; step++)
        {
            log.AddHistogram("values", [step, 2 * step, 3 * step], step);
            _clock.Advance(0.3);
            EventFileReader.Read(log.Path);
        }

        // All but those of the last second.
        Assert.InRange(EventFileReader.Read(log.Path).Count, 497, 500);
    }

    [Fact]
    public void Events_wait_for_a_second_to_pass()
    {
        using TensorBoardLog log = Open();
        log.AddScalar("loss", 1, step: 0);
        Assert.Single(EventFileReader.Read(log.Path));

        _clock.Advance(1);
        log.AddScalar("loss", 1, step: 1);
        Assert.Equal(3, EventFileReader.Read(log.Path).Count);
    }

    [Fact]
    public void Closing_writes_what_waits()
    {
        TensorBoardLog log = Open();
        log.AddScalar("loss", 1, step: 0);
        log.Dispose();

        Assert.Equal(2, EventFileReader.Read(log.Path).Count);
        Assert.Throws<ObjectDisposedException>(() => log.AddScalar("loss", 1, step: 1));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused()
    {
        File.WriteAllText(_folder.File("file"), "");
        string folder = _folder.File("file/runs");

        Assert.Contains(folder, Assert.Throws<IOException>(() => new TensorBoardLog(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_name_is_refused() => Assert.Throws<ArgumentException>(() => new TensorBoardLog(""));

    private TensorBoardLog Open() => new(_folder.Name, new TensorBoardOptions { TimeProvider = _clock });
}
