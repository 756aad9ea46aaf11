namespace Tuning;

/// <summary>
/// The folder of a search: its results in <c>search.json</c>, which is replaced as a whole after each one, and the checkpoints beside it. While
/// it is open no other program can use it.
/// </summary>
internal sealed class SearchRecord : IDisposable
{
    private readonly SearchPlan plan;
    private readonly SortedDictionary<string, string> identity;
    private readonly string file;
    private readonly FileStream guard;
    private readonly Lock gate = new();
    private readonly SortedDictionary<(int Rung, int Trial), RungResult> results = [];

    /// <summary>Opens the folder of a search, or makes it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="plan">Which trials are trained how far.</param>
    /// <param name="identity">What makes two searches the same one, by name; plan included.</param>
    /// <exception cref="InvalidDataException">The folder is that of another search (the message tells the differences), or its record is damaged. Nothing was changed.</exception>
    /// <exception cref="IOException">The folder cannot be used, or another program uses it.</exception>
    public SearchRecord(string folder, SearchPlan plan, SortedDictionary<string, string> identity)
    {
        this.plan = plan;
        this.identity = identity;
        Folder = folder;
        file = Path.Combine(folder, "search.json");
        guard = Guard(folder);
        try
        {
            Read();
        }
        catch
        {
            guard.Dispose();
            throw;
        }
    }

    public string Folder { get; }

    /// <summary>The results so far, by rung and trial.</summary>
    public IReadOnlyList<RungResult> Results
    {
        get
        {
            lock (gate)
            {
                return [.. results.Values];
            }
        }
    }

    /// <summary>What follows from the results so far.</summary>
    public Standings Standings => new(plan, Results);

    /// <summary>Takes down a result.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Add(RungResult result)
    {
        lock (gate)
        {
            results[(result.Rung, result.Trial)] = result;

            // In order of their keys, not of their arrival: the file of a complete search is the same to the last byte, however it ran.
            StoredSearch.Write(file, new(StoredSearch.CurrentVersion, identity, [.. results.Values]));
        }
    }

    public void Dispose() => guard.Dispose();

    private static FileStream Guard(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (IOException problem)
        {
            throw new IOException($"The folder '{folder}' for the search cannot be made: {problem.Message}", problem);
        }

        try
        {
            // The system gives it back also when the program is killed; the file itself means nothing.
            return new FileStream(Path.Combine(folder, "search.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException problem)
        {
            throw new IOException($"The folder '{folder}' is used by another search, or cannot be written to ({problem.Message}). Give each search a --folder of its own.", problem);
        }
    }

    private void Read()
    {
        if (!File.Exists(file))
        {
            return;
        }

        var stored = StoredSearch.Read(file);
        string[] differences = [.. identity
            .Where(entry => stored.Identity.GetValueOrDefault(entry.Key) != entry.Value)
            .Select(entry => $"{entry.Key} is {stored.Identity.GetValueOrDefault(entry.Key, "not noted")} there, {entry.Value} now")];
        if (differences.Length > 0)
        {
            throw new InvalidDataException(
                $"The folder '{Folder}' belongs to another search: {string.Join("; ", differences)}. Go on with the settings of that search, choose another --folder, or delete this one to start anew.");
        }

        foreach (var result in stored.Results)
        {
            if (result.Rung < 0 || result.Rung >= plan.Rungs.Count || !plan.Trials.Contains(result.Trial))
            {
                throw new InvalidDataException($"'{file}' has a result of trial {result.Trial} on rung {result.Rung + 1}, which the search does not have. Delete its folder to start anew.");
            }

            results[(result.Rung, result.Trial)] = result;
        }
    }
}
