namespace NetGen.Logging.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Name = Directory.CreateTempSubdirectory("netgen-logging-").FullName;

    public string Name { get; }

    public string File(string name) => Path.Combine(Name, name);

    public void Dispose() => Directory.Delete(Name, recursive: true);
}
