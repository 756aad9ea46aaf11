using System.Globalization;

namespace NetGen;

/// <summary>The files of a training's folder. While it is open no other training can use it, in whatever process.</summary>
internal sealed class CheckpointFolder : IDisposable
{
    public const string BestFile = "best.safetensors";

    private const string Prefix = "checkpoint-";
    private const string Suffix = ".safetensors";

    private readonly FileStream _lock;

    /// <exception cref="IOException">The folder cannot be made or written to, or another training uses it.</exception>
    public CheckpointFolder(string folder)
    {
        Folder = Path.GetFullPath(folder);
        try
        {
            Directory.CreateDirectory(Folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The folder '{folder}' for checkpoints cannot be made: {problem.Message}", problem);
        }

        _lock = Lock(folder);
        DeleteRemains();
    }

    public string Folder { get; }

    public string Best => Path.Combine(Folder, BestFile);

    /// <summary>Where the checkpoint of a step is.</summary>
    public string File(long step) => Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{step:D9}{Suffix}"));

    /// <summary>The checkpoints, the newest first.</summary>
    public IReadOnlyList<string> Files() =>
        [.. Directory.EnumerateFiles(Folder, $"{Prefix}*{Suffix}").Where(file => StepOf(file) is not null).OrderByDescending(StepOf)];

    /// <summary>Deletes all checkpoints but the newest, and never fails: what cannot be deleted now is tried again the next time.</summary>
    public void Keep(int last)
    {
        foreach (string file in Files().Skip(last))
        {
            TryDelete(file);
        }
    }

    /// <summary>Deletes everything of an earlier training.</summary>
    /// <exception cref="IOException">A file cannot be deleted.</exception>
    public void Clear()
    {
        // The best model first: without checkpoints it would be taken for one of the new training.
        System.IO.File.Delete(Best);
        foreach (string file in Files())
        {
            System.IO.File.Delete(file);
        }
    }

    /// <summary>Takes a file that cannot be read out of the checkpoints, without deleting it.</summary>
    public void SetAside(string file)
    {
        try
        {
            System.IO.File.Move(file, file + ".damaged", overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It stays, and is passed over again.
        }
    }

    public void Dispose() => _lock.Dispose();

    private static long? StepOf(string file)
    {
        string name = Path.GetFileName(file);
        return long.TryParse(name.AsSpan(Prefix.Length, name.Length - Prefix.Length - Suffix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out long step) ? step : null;
    }

    private FileStream Lock(string folder)
    {
        string path = Path.Combine(Folder, "training.lock");
        try
        {
            // The system gives it back also when the process is killed; the file itself means nothing.
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new IOException($"The folder '{folder}' for checkpoints cannot be written to: {problem.Message}", problem);
        }
        catch (IOException problem)
        {
            throw new IOException($"The folder '{folder}' for checkpoints is used by another training, or cannot be written to ({problem.Message}). Give each training a folder of its own.", problem);
        }
    }

    /// <summary>What a killed training was about to write.</summary>
    private void DeleteRemains()
    {
        foreach (string file in Directory.EnumerateFiles(Folder, "*" + Suffix + ".*.tmp"))
        {
            TryDelete(file);
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            System.IO.File.Delete(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Somebody reads it, on a system where that keeps it.
        }
    }
}
