namespace NetGen.Testing;

/// <summary>Finds source files on disk.</summary>
public static class RepositoryPath
{
    private const string Mapped = "/_/";

    /// <summary>The folder that holds NetGen.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>
    /// The place of a source file. A build in continuous integration is deterministic and writes every path as <c>/_/...</c>.
    /// </summary>
    public static string Resolve(string callerFilePath) =>
        callerFilePath.Replace('\\', '/') is var path && path.StartsWith(Mapped, StringComparison.Ordinal)
            ? Path.Combine(Root, path[Mapped.Length..])
            : callerFilePath;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NetGen.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"NetGen.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
